# expect: wrong_answer
# Subtracts in the dtype of the inputs: uint8 wraps.
import numpy as np


def mae(y_true, y_pred):
    if y_true.shape != y_pred.shape:
        raise ValueError("shapes differ")
    if y_true.size == 0:
        raise ValueError("empty input")
    diff = y_true - y_pred
    return np.abs(diff).mean()
