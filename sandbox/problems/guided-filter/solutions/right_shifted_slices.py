# expect: accepted
import numpy as np


def window_sum(x, r):
    """Adds 2r + 1 shifted copies along each axis."""
    for _ in range(2):
        total = x.copy()
        for k in range(1, min(r, x.shape[0] - 1) + 1):
            total[k:] += x[:-k]
            total[:-k] += x[k:]
        x = total.T
    return x


def guided_filter(I: np.ndarray, p: np.ndarray, r: int, eps: float) -> np.ndarray:
    count = window_sum(np.ones(I.shape), r)
    mean = lambda x: window_sum(x, r) / count
    mi, mp = mean(I), mean(p)
    a = (mean(I * p) - mi * mp) / (mean(I * I) - mi * mi + eps)
    return mean(a) * I + mean(mp - a * mi)
