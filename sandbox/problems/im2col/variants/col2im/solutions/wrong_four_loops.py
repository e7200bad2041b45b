# expect: time_limit
# Right, but one window at a time.
import numpy as np


def col2im(cols, H, W, kh, kw, stride=1, padding=0):
    N = cols.shape[0]
    C = cols.shape[1] // (kh * kw)
    H2 = (H + 2 * padding - kh) // stride + 1
    W2 = (W + 2 * padding - kw) // stride + 1
    patches = cols.reshape(N, C, kh, kw, H2, W2)
    out = np.zeros((N, C, H + 2 * padding, W + 2 * padding), dtype=cols.dtype)
    for n in range(N):
        for c in range(C):
            for i in range(H2):
                for j in range(W2):
                    y, x = i * stride, j * stride
                    out[n, c, y : y + kh, x : x + kw] += patches[n, c, :, :, i, j]
    return out[:, :, padding : padding + H, padding : padding + W]
