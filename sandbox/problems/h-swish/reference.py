"""The three pieces, in float64."""

import numpy as np


def h_swish(x):
    wide = x.astype(np.float64)
    left, right = wide <= -3, wide >= 3
    y = np.where(left, 0, np.where(right, wide, wide * (wide + 3) / 6))
    dy = np.where(left, 0, np.where(right, 1, (2 * wide + 3) / 6))
    return y.astype(x.dtype), dy.astype(x.dtype)
