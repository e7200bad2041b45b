# expect: wrong_answer
# Pools the features first, which leaves no map.
import numpy as np


def cam(feature, fc_weight, cls):
    if cls < 0 or cls >= fc_weight.shape[0]:
        raise ValueError("no such class")
    m = np.full(feature.shape[1:], fc_weight[cls] @ feature.mean(axis=(1, 2)))
    m = np.maximum(m, 0)
    top = m.max()
    return m / top if top > 0 else np.zeros_like(m)
