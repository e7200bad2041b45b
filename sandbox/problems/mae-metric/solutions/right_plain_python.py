# expect: accepted
import math


def mae(y_true, y_pred):
    if y_true.shape != y_pred.shape or 0 in y_true.shape:
        raise ValueError(f"cannot compare {y_true.shape} with {y_pred.shape}")
    pairs = zip(map(float, y_true.ravel().tolist()), map(float, y_pred.ravel().tolist()))
    return math.fsum(abs(a - b) for a, b in pairs) / y_true.size
