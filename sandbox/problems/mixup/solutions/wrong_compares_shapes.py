# expect: runtime_error
# Wants y to have the shape of x.
import numpy as np


def mixup(x, y, alpha, rng):
    if alpha < 0:
        raise ValueError("alpha must not be negative")
    if x.shape[: y.ndim] != y.shape:
        raise ValueError("x and y have different lengths")
    lam = rng.beta(alpha, alpha) if alpha > 0 else 1.0
    perm = rng.permutation(len(x))
    mixed_x = lam * x + (1 - lam) * x[perm]
    return mixed_x, y, y[perm], lam
