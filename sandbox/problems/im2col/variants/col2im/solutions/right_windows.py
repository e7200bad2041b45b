# expect: accepted
import numpy as np


def col2im(cols, H, W, kh, kw, stride=1, padding=0):
    N = len(cols)
    tall, wide = H + 2 * padding, W + 2 * padding
    tops = range(0, tall - kh + 1, stride)
    lefts = range(0, wide - kw + 1, stride)
    patches = cols.reshape(N, -1, kh, kw, len(tops), len(lefts))
    out = np.zeros((N, patches.shape[1], tall, wide), cols.dtype)
    for i, top in enumerate(tops):
        for j, left in enumerate(lefts):
            out[:, :, top : top + kh, left : left + kw] += patches[..., i, j]
    return out[:, :, padding : tall - padding, padding : wide - padding].copy()
