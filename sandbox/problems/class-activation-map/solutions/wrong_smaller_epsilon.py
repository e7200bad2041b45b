# expect: wrong_answer
# A smaller epsilon in the denominator.
import numpy as np


def cam(feature, fc_weight, cls):
    if cls < 0 or cls >= fc_weight.shape[0]:
        raise ValueError("no such class")
    m = np.tensordot(fc_weight[cls], feature, axes=1)
    m = np.maximum(m, 0)
    top = m.max()
    return m / (top + 1e-12)
