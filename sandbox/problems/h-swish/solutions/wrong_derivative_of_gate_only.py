# expect: wrong_answer
# Forgets the product rule.
import numpy as np


def h_swish(x):
    gate = np.clip(x + 3, 0, 6) / 6
    y = x * gate
    dy = np.where(x <= -3, 0, np.where(x >= 3, 1, (x + 3) / 6))
    return y.astype(x.dtype), dy.astype(x.dtype)
