# expect: wrong_answer
# Patches are laid out row, column, channel; the kernels channel, row, column.
import numpy as np


def conv2d(x, k, stride=1, padding=0):
    if x.shape[1] != k.shape[1]:
        raise ValueError("channels differ")
    kh, kw = k.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    h, w = ((side - kernel) // stride + 1 for side, kernel in zip(xp.shape[2:], (kh, kw)))
    rows = np.empty((x.shape[0], h, w, x.shape[1] * kh * kw), x.dtype)
    for i in range(h):
        for j in range(w):
            patch = xp[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
            rows[:, i, j] = patch.transpose(0, 2, 3, 1).reshape(len(x), -1)
    return (rows @ k.reshape(len(k), -1).T).transpose(0, 3, 1, 2)
