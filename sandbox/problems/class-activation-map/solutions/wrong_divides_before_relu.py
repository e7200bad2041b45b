# expect: wrong_answer
# Divides by a maximum that may be negative.
import numpy as np


def cam(feature, fc_weight, cls):
    if cls < 0 or cls >= fc_weight.shape[0]:
        raise ValueError("no such class")
    m = np.tensordot(fc_weight[cls], feature, axes=1)
    top = m.max()
    return np.maximum(m / top, 0) if top != 0 else np.zeros_like(m)
