# expect: accepted
import numpy as np


def cam(feature, fc_weight, cls):
    K, C = fc_weight.shape
    if cls not in range(K):
        raise ValueError(f"cls={cls}, K={K}")
    total = np.zeros(feature.shape[1:])
    for c in range(C):
        total += fc_weight[cls, c] * feature[c]
    total[total < 0] = 0
    if total.any():
        total /= total.max()
    return total
