# expect: wrong_answer
# An AssertionError is no ValueError.
import numpy as np


def mae(y_true, y_pred):
    assert y_true.shape == y_pred.shape and y_true.size > 0
    diff = y_true.astype(np.float64) - y_pred.astype(np.float64)
    return np.abs(diff).mean()
