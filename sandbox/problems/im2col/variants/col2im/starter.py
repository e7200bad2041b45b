import numpy as np


def col2im(
    cols: np.ndarray, H: int, W: int, kh: int, kw: int, stride: int = 1, padding: int = 0
) -> np.ndarray:
    # cols: (N, C * kh * kw, H2 * W2) -> (N, C, H, W)
    ...
