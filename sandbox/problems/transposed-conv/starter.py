import numpy as np


def conv_transpose2d(
    x: np.ndarray, w: np.ndarray, stride: int = 1, padding: int = 0, output_padding: int = 0
) -> np.ndarray:
    # x: (N, Cin, H, W), w: (Cin, Cout, kh, kw) -> (N, Cout, Ho, Wo), all float64
    ...
