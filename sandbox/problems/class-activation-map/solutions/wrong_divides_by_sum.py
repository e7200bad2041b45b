# expect: wrong_answer
# Makes the map sum to 1.
import numpy as np


def cam(feature, fc_weight, cls):
    if cls < 0 or cls >= fc_weight.shape[0]:
        raise ValueError("no such class")
    m = np.tensordot(fc_weight[cls], feature, axes=1)
    m = np.maximum(m, 0)
    top = m.sum()
    return m / top if top > 0 else np.zeros_like(m)
