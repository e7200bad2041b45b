# expect: wrong_answer
import numpy as np


def cross_entropy(logits, targets):
    z = np.array(logits)
    n, C = z.shape
    q = np.array(targets)
    if q.ndim == 1:
        if (q < 0).any() or (q >= C).any():
            raise ValueError
        q = np.eye(C)[q]
    e = np.exp(z - z.max(1, keepdims=True))
    p = e / e.sum(1, keepdims=True)
    return float(-(q * np.log(p + 1e-12)).sum() / n), ((p - q) / n).tolist()
