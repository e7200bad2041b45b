import numpy as np


def im2col(x: np.ndarray, kh: int, kw: int, stride: int = 1, padding: int = 0) -> np.ndarray:
    # x: (N, C, H, W) -> (N, C * kh * kw, H2 * W2)
    ...
