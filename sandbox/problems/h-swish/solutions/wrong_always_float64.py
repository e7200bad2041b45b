# expect: wrong_answer
# float32 comes back as float64.
import numpy as np


def h_swish(x):
    x = x.astype(np.float64)
    gate = np.clip(x + 3, 0, 6) / 6
    y = x * gate
    dy = np.where(x <= -3, 0, np.where(x >= 3, 1, (2 * x + 3) / 6))
    return y.astype(x.dtype), dy.astype(x.dtype)
