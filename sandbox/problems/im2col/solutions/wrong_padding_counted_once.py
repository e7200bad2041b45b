# expect: wrong_answer
# H + padding - kh in the output size.
import numpy as np


def im2col(x, kh, kw, stride=1, padding=0):
    N, C, H, W = x.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    H2 = (H + padding - kh) // stride + 1
    W2 = (W + padding - kw) // stride + 1
    out = np.zeros((N, C, kh, kw, H2, W2), dtype=x.dtype)
    for u in range(kh):
        for v in range(kw):
            out[:, :, u, v] = xp[:, :, u : u + stride * H2 : stride, v : v + stride * W2 : stride]
    return out.reshape(N, C * kh * kw, H2 * W2)
