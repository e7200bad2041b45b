# expect: time_limit
# The same loops as before.
import numpy as np


def conv2d(x, k, stride=1, padding=0):
    N, C, H, W = x.shape
    K, C2, kh, kw = k.shape
    if C != C2:
        raise ValueError("channel mismatch")
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    H2 = (H + 2 * padding - kh) // stride + 1
    W2 = (W + 2 * padding - kw) // stride + 1
    out = np.zeros((N, K, H2, W2), dtype=x.dtype)
    for n in range(N):
        for o in range(K):
            for i in range(H2):
                for j in range(W2):
                    patch = xp[n, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
                    out[n, o, i, j] = np.sum(patch * k[o])
    return out
