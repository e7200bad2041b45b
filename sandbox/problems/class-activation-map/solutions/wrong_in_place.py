# expect: wrong_answer
# Weighs the caller's features in place.
import numpy as np


def cam(feature, fc_weight, cls):
    if cls < 0 or cls >= fc_weight.shape[0]:
        raise ValueError("no such class")
    feature *= fc_weight[cls][:, None, None]
    m = feature.sum(axis=0)
    m = np.maximum(m, 0)
    top = m.max()
    return m / top if top > 0 else np.zeros_like(m)
