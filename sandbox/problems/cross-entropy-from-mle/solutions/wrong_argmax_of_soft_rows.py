# expect: wrong_answer
import numpy as np


def cross_entropy(logits, targets):
    z = np.array(logits)
    n, C = z.shape
    t = np.array(targets)
    if t.ndim == 2:
        t = t.argmax(1)
    if (t < 0).any() or (t >= C).any():
        raise ValueError
    q = np.eye(C)[t]
    z = z - z.max(1, keepdims=True)
    lp = z - np.log(np.exp(z).sum(1, keepdims=True))
    return float(-(q * lp).sum() / n), ((np.exp(lp) - q) / n).tolist()
