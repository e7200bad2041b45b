# expect: wrong_answer
# ReLU on every weighted channel.
import numpy as np


def cam(feature, fc_weight, cls):
    if cls < 0 or cls >= fc_weight.shape[0]:
        raise ValueError("no such class")
    m = np.maximum(fc_weight[cls][:, None, None] * feature, 0).sum(axis=0)
    m = np.maximum(m, 0)
    top = m.max()
    return m / top if top > 0 else np.zeros_like(m)
