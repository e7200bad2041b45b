# expect: wrong_answer
# Absolute value first, conversion last.
import numpy as np


def mae(y_true, y_pred):
    if y_true.shape != y_pred.shape:
        raise ValueError("shapes differ")
    if y_true.size == 0:
        raise ValueError("empty input")
    return float(np.mean(np.abs(y_true - y_pred), dtype=np.float64))
