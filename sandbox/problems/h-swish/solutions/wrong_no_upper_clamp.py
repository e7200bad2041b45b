# expect: wrong_answer
# relu instead of relu6.
import numpy as np


def h_swish(x):
    gate = np.maximum(x + 3, 0) / 6
    y = x * gate
    dy = np.where(x <= -3, 0, np.where(x >= 3, 1, (2 * x + 3) / 6))
    return y.astype(x.dtype), dy.astype(x.dtype)
