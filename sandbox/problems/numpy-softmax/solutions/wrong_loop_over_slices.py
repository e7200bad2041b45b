# expect: time_limit
# Right, but a Python call for each slice.
import numpy as np


def one(v):
    e = np.exp(v - v.max())
    return e / e.sum()


def softmax(x, axis=-1):
    if x.size == 0:
        return x.copy()
    return np.apply_along_axis(one, axis, x)
