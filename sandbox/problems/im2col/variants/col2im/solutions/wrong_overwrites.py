# expect: wrong_answer
# Assigns: of overlapping windows only the last one counts.
import numpy as np


def col2im(cols, H, W, kh, kw, stride=1, padding=0):
    N = cols.shape[0]
    C = cols.shape[1] // (kh * kw)
    H2 = (H + 2 * padding - kh) // stride + 1
    W2 = (W + 2 * padding - kw) // stride + 1
    cols6 = cols.reshape(N, C, kh, kw, H2, W2)
    out = np.zeros((N, C, H + 2 * padding, W + 2 * padding), dtype=cols.dtype)
    for u in range(kh):
        for v in range(kw):
            out[:, :, u : u + stride * H2 : stride, v : v + stride * W2 : stride] = cols6[:, :, u, v]
    return out[:, :, padding : padding + H, padding : padding + W]
