# expect: wrong_answer
# Relies on IndexError, which -1 does not raise.
import numpy as np


def cross_entropy(logits, targets):
    z = np.array(logits)
    n, C = z.shape
    q = np.array(targets)
    if q.ndim == 1:
        try:
            q = np.eye(C)[q]
        except IndexError as error:
            raise ValueError("no such class") from error
    z = z - z.max(1, keepdims=True)
    lp = z - np.log(np.exp(z).sum(1, keepdims=True))
    return float(-(q * lp).sum() / n), ((np.exp(lp) - q) / n).tolist()
