# expect: wrong_answer
# Absolute values instead of ReLU.
import numpy as np


def cam(feature, fc_weight, cls):
    if cls < 0 or cls >= fc_weight.shape[0]:
        raise ValueError("no such class")
    m = np.tensordot(fc_weight[cls], feature, axes=1)
    m = np.abs(m)
    top = m.max()
    return m / top if top > 0 else np.zeros_like(m)
