"""One window after the other, cut to its real positions."""

import numpy as np


def pool1d_backward(x, dy, kernel_size, stride, padding, mode):
    if mode not in ("max", "avg"):
        raise ValueError(f"mode is {mode!r}, not 'max' or 'avg'")
    n, c, length = x.shape
    windows = (length + 2 * padding - kernel_size) // stride + 1
    if dy.shape != (n, c, windows):
        raise ValueError(f"dy has the shape {dy.shape}, not {(n, c, windows)}")
    dx = np.zeros((n, c, length))
    rows, columns = np.ogrid[:n, :c]
    for i in range(windows):
        start = max(i * stride - padding, 0)
        stop = min(i * stride - padding + kernel_size, length)
        if mode == "avg":
            dx[:, :, start:stop] += dy[:, :, i, None] / kernel_size
        else:
            place = start + x[:, :, start:stop].argmax(axis=-1)
            dx[rows, columns, place] += dy[:, :, i]
    return dx
