# expect: wrong_answer
# Cuts the padding off at the wrong end.
import numpy as np


def pool1d_backward(x, dy, kernel_size, stride, padding, mode):
    if mode not in ("max", "avg"):
        raise ValueError(f"unknown mode {mode}")
    N, C, L = x.shape
    M = (L + 2 * padding - kernel_size) // stride + 1
    if dy.shape != (N, C, M):
        raise ValueError("dy has the wrong shape")
    fill = -np.inf if mode == "max" else 0.0
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding)), constant_values=fill)
    dxp = np.zeros_like(xp)
    n, c = np.arange(N)[:, None], np.arange(C)[None, :]
    for i in range(M):
        s = i * stride
        if mode == "max":
            best = xp[:, :, s : s + kernel_size].argmax(axis=2)
            dxp[n, c, s + best] += dy[:, :, i]
        else:
            dxp[:, :, s : s + kernel_size] += dy[:, :, i : i + 1] / kernel_size
    return dxp[:, :, :L]
