# expect: wrong_answer
# The product has the outputs last; reshaping is not transposing.
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d(x, k, stride=1, padding=0):
    if x.shape[1] != k.shape[1]:
        raise ValueError("channels differ")
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    patches = sliding_window_view(xp, k.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    n, c, h, w = patches.shape[:4]
    rows = patches.transpose(0, 2, 3, 1, 4, 5).reshape(n * h * w, -1)
    return (rows @ k.reshape(len(k), -1).T).reshape(n, len(k), h, w)
