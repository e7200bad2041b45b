# expect: accepted
import numpy as np


def conv2d(x, k, stride=1, padding=0):
    assert stride >= 1 and padding >= 0
    if x.shape[1] != k.shape[1]:
        raise ValueError("x and k must have the same number of channels")
    xp = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    kh, kw = k.shape[-2:]
    rows = range(0, xp.shape[2] - kh + 1, stride)
    cols = range(0, xp.shape[3] - kw + 1, stride)
    out = np.empty((x.shape[0], k.shape[0], len(rows), len(cols)), x.dtype)
    for i, top in enumerate(rows):
        for j, left in enumerate(cols):
            out[:, :, i, j] = np.tensordot(xp[:, :, top : top + kh, left : left + kw], k, ([1, 2, 3], [1, 2, 3]))
    return out
