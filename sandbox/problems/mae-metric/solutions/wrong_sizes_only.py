# expect: wrong_answer
# Compares the sizes, not the shapes.
import numpy as np


def mae(y_true, y_pred):
    if y_true.size != y_pred.size:
        raise ValueError("shapes differ")
    if y_true.size == 0:
        raise ValueError("empty input")
    diff = y_true.astype(np.float64).ravel() - y_pred.astype(np.float64).ravel()
    return np.abs(diff).mean()
