# expect: wrong_answer
# Writes the result into x.
import numpy as np


def h_swish(x):
    gate = np.clip(x + 3, 0, 6) / 6
    dy = np.where(x <= -3, 0, np.where(x >= 3, 1, (2 * x + 3) / 6))
    x *= gate
    return x, dy.astype(x.dtype)
