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
    z = z - z.max(1, keepdims=True)
    lp = z - np.log(np.exp(z).sum(1, keepdims=True))
    return float(-(q * lp).sum()), (np.exp(lp) - q).tolist()
