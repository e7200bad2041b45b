# expect: wrong_answer
import numpy as np


def mae(y_true, y_pred):
    if y_true.shape != y_pred.shape:
        raise ValueError("shapes differ")
    if y_true.size == 0:
        raise ValueError("empty input")
    diff = y_true.astype(np.float64) - y_pred.astype(np.float64)
    return np.abs(diff).sum()
