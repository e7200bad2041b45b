# expect: wrong_answer
# Converts to int64 and cuts fractions off.
import numpy as np


def mae(y_true, y_pred):
    if y_true.shape != y_pred.shape:
        raise ValueError("shapes differ")
    if y_true.size == 0:
        raise ValueError("empty input")
    diff = y_true.astype(np.int64) - y_pred.astype(np.int64)
    return np.abs(diff).mean()
