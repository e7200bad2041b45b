# expect: wrong_answer
# A finite difference is not exact, least of all at the kinks.
import numpy as np


def h_swish(x):
    gate = np.clip(x + 3, 0, 6) / 6
    y = x * gate
    h = 1e-4
    after, before = x + h, x - h
    dy = (after * np.clip(after + 3, 0, 6) - before * np.clip(before + 3, 0, 6)) / (12 * h)
    return y.astype(x.dtype), dy.astype(x.dtype)
