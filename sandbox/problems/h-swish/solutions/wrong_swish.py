# expect: wrong_answer
# x * sigmoid(x), which h-swish only resembles.
import numpy as np


def h_swish(x):
    gate = 1 / (1 + np.exp(-np.clip(x, -50, 50)))
    y = x * gate
    dy = gate + x * gate * (1 - gate)
    return y.astype(x.dtype), dy.astype(x.dtype)
