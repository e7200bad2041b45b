# expect: wrong_answer
# Divides by the largest absolute value.
import numpy as np


def cam(feature, fc_weight, cls):
    if cls < 0 or cls >= fc_weight.shape[0]:
        raise ValueError("no such class")
    m = np.tensordot(fc_weight[cls], feature, axes=1)
    top = np.abs(m).max()
    m = np.maximum(m, 0)
    return m / top if top > 0 else np.zeros_like(m)
