# expect: wrong_answer
# Avoids the wrap of unsigned types, but not of signed ones.
import numpy as np


def mae(y_true, y_pred):
    if y_true.shape != y_pred.shape:
        raise ValueError("shapes differ")
    if y_true.size == 0:
        raise ValueError("empty input")
    diff = np.maximum(y_true, y_pred) - np.minimum(y_true, y_pred)
    return np.abs(diff).mean()
