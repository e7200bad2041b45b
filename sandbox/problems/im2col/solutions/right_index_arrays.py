# expect: accepted
import numpy as np


def im2col(x: np.ndarray, kh: int, kw: int, stride: int = 1, padding: int = 0) -> np.ndarray:
    """Index arrays: rows (c, u, v) against columns (i, j)."""
    xp = np.pad(x, [(0, 0)] * 2 + [(padding, padding)] * 2)
    C, H, W = xp.shape[1:]
    H2, W2 = 1 + (H - kh) // stride, 1 + (W - kw) // stride
    c, u, v = (axis.reshape(-1, 1) for axis in np.indices((C, kh, kw)))
    i, j = (stride * axis.reshape(1, -1) for axis in np.indices((H2, W2)))
    return xp[:, c, u + i, v + j]
