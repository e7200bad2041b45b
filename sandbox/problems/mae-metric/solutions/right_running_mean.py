# expect: accepted
import numpy as np


def differences(one, other):
    for a, b in zip(one.flat, other.flat):
        yield abs(float(a) - float(b))


def mae(y_true: np.ndarray, y_pred: np.ndarray) -> float:
    if np.shape(y_true) != np.shape(y_pred):
        raise ValueError
    total = n = 0
    for d in differences(y_true, y_pred):
        total += d
        n += 1
    if not n:
        raise ValueError("no elements")
    return total / n
