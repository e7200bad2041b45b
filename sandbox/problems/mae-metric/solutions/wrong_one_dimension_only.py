# expect: runtime_error
# Cannot take arrays without a dimension.
import numpy as np


def mae(y_true, y_pred):
    if y_true.shape != y_pred.shape:
        raise ValueError("shapes differ")
    if y_true.size == 0:
        raise ValueError("empty input")
    return sum(abs(float(a) - float(b)) for a, b in zip(y_true, y_pred)) / len(y_true)
