# expect: wrong_answer
# A row far below the largest logit underflows.
import numpy as np


def cross_entropy(logits, targets):
    z = np.array(logits)
    n, C = z.shape
    q = np.array(targets)
    if q.ndim == 1:
        if (q < 0).any() or (q >= C).any():
            raise ValueError
        q = np.eye(C)[q]
    z = z - z.max()
    with np.errstate(all="ignore"):
        lp = z - np.log(np.exp(z).sum(1, keepdims=True))
    return float(-(q * lp).sum() / n), ((np.exp(lp) - q) / n).tolist()
