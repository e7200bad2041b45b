# expect: time_limit
# Loops over samples, channels and windows.
import numpy as np


def pool1d_backward(x, dy, kernel_size, stride, padding, mode):
    if mode not in ("max", "avg"):
        raise ValueError(mode)
    N, C, L = x.shape
    M = (L + 2 * padding - kernel_size) // stride + 1
    if dy.shape != (N, C, M):
        raise ValueError("shape of dy")
    dx = np.zeros((N, C, L))
    for n in range(N):
        for c in range(C):
            for i in range(M):
                start, stop = max(i * stride - padding, 0), min(i * stride - padding + kernel_size, L)
                if mode == "max":
                    dx[n, c, start + np.argmax(x[n, c, start:stop])] += dy[n, c, i]
                else:
                    dx[n, c, start:stop] += dy[n, c, i] / kernel_size
    return dx
