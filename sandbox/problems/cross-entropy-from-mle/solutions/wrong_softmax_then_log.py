# expect: wrong_answer
# The maximum is subtracted, but the log comes after the division: inf, and 0 * -inf.
import numpy as np


def cross_entropy(logits, targets):
    z = np.array(logits)
    n, C = z.shape
    q = np.array(targets)
    if q.ndim == 1:
        if (q < 0).any() or (q >= C).any():
            raise ValueError
        q = np.eye(C)[q]
    with np.errstate(all="ignore"):
        e = np.exp(z - z.max(1, keepdims=True))
        p = e / e.sum(1, keepdims=True)
        loss = -(q * np.log(p)).sum() / n
    return float(loss), ((p - q) / n).tolist()
