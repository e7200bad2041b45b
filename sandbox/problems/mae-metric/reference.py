"""The mean of the absolute differences in float64."""

import numpy as np


def mae(y_true, y_pred):
    if y_true.shape != y_pred.shape:
        raise ValueError(f"the shapes {y_true.shape} and {y_pred.shape} differ")
    if y_true.size == 0:
        raise ValueError("no elements")
    return float(np.mean(np.abs(y_true.astype(np.float64) - y_pred.astype(np.float64))))
