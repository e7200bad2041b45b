# expect: accepted
import numpy as np


def cross_entropy(logits, targets):
    z = np.array(logits, dtype=np.float64)
    n, classes = z.shape
    q = np.array(targets)
    if q.ndim == 1:
        if q.min() < 0 or q.max() >= classes:
            raise ValueError("class index out of range")
        q = np.eye(classes)[q]
    z -= z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    grad = (np.exp(log_p) - q) / n
    return float(-(q * log_p).sum() / n), grad.tolist()
