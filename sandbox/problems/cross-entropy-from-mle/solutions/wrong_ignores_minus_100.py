# expect: wrong_answer
import numpy as np


def cross_entropy(logits, targets):
    z = np.array(logits)
    n, C = z.shape
    q = np.array(targets)
    if q.ndim == 1:
        if any(t != -100 and not 0 <= t < C for t in targets):
            raise ValueError
        q = np.array([[float(c == t) for c in range(C)] for t in targets])
    z = z - z.max(1, keepdims=True)
    lp = z - np.log(np.exp(z).sum(1, keepdims=True))
    return float(-(q * lp).sum() / n), ((np.exp(lp) - q) / n).tolist()
