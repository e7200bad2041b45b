"""Weighted sum, ReLU, division by the maximum."""

import numpy as np


def cam(feature, fc_weight, cls):
    if not 0 <= cls < len(fc_weight):
        raise ValueError(f"class {cls} of {len(fc_weight)}")
    total = np.maximum(np.tensordot(fc_weight[cls], feature, axes=1), 0.0)
    peak = total.max()
    return total / peak if peak > 0 else np.zeros(total.shape)
