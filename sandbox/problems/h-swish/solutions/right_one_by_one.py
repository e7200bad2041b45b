# expect: accepted
import numpy as np


def one(v):
    if v <= -3:
        return 0.0, 0.0
    if v >= 3:
        return v, 1.0
    return v * (v + 3) / 6, (2 * v + 3) / 6


def h_swish(x):
    pairs = [one(v) for v in x.ravel().tolist()]
    ys = np.array([y for y, _ in pairs], dtype=x.dtype).reshape(x.shape)
    dys = np.array([dy for _, dy in pairs], dtype=x.dtype).reshape(x.shape)
    return ys, dys
