# expect: wrong_answer
# An IndexError for a class that is too large.
import numpy as np


def cam(feature, fc_weight, cls):
    if cls < 0:
        raise ValueError("no such class")
    m = np.tensordot(fc_weight[cls], feature, axes=1)
    m = np.maximum(m, 0)
    top = m.max()
    return m / top if top > 0 else np.zeros_like(m)
