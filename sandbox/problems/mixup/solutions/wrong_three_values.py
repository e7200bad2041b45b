# expect: wrong_answer
# Leaves lam out.
import numpy as np


def mixup(x, y, alpha, rng):
    if alpha < 0:
        raise ValueError("alpha must not be negative")
    if len(x) != len(y):
        raise ValueError("x and y have different lengths")
    lam = rng.beta(alpha, alpha) if alpha > 0 else 1.0
    perm = rng.permutation(len(x))
    mixed_x = lam * x + (1 - lam) * x[perm]
    return mixed_x, y, y[perm]
