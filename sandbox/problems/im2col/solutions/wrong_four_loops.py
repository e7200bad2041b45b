# expect: time_limit
# Right, but one patch at a time.
import numpy as np


def im2col(x, kh, kw, stride=1, padding=0):
    N, C, H, W = x.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    H2 = (H + 2 * padding - kh) // stride + 1
    W2 = (W + 2 * padding - kw) // stride + 1
    out = np.zeros((N, C * kh * kw, H2 * W2), dtype=x.dtype)
    size = kh * kw
    for n in range(N):
        for c in range(C):
            for i in range(H2):
                for j in range(W2):
                    patch = xp[n, c, i * stride : i * stride + kh, j * stride : j * stride + kw]
                    out[n, c * size : (c + 1) * size, i * W2 + j] = patch.ravel()
    return out
