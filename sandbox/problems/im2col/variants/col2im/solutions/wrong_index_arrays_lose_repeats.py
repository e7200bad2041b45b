# expect: wrong_answer
# += with index arrays adds once at repeated places.
import numpy as np


def col2im(cols, H, W, kh, kw, stride=1, padding=0):
    N, rows, _ = cols.shape
    C = rows // (kh * kw)
    H2 = (H + 2 * padding - kh) // stride + 1
    W2 = (W + 2 * padding - kw) // stride + 1
    c, u, v = (axis.reshape(-1, 1) for axis in np.indices((C, kh, kw)))
    i, j = (stride * axis.reshape(1, -1) for axis in np.indices((H2, W2)))
    out = np.zeros((N, C, H + 2 * padding, W + 2 * padding), dtype=cols.dtype)
    out[:, c, u + i, v + j] += cols
    return out[:, :, padding : padding + H, padding : padding + W]
