"""The formula in float64, drawn from the generator in the order of the contract."""

import numpy as np


def mixup(x, y, alpha, rng):
    if alpha < 0:
        raise ValueError(f"alpha is {alpha}, it must not be negative")
    if len(x) != len(y):
        raise ValueError(f"{len(x)} samples but {len(y)} labels")
    lam = rng.beta(alpha, alpha) if alpha > 0 else 1.0
    perm = rng.permutation(len(x))
    wide = x.astype(np.float64)
    return (lam * wide + (1 - lam) * wide[perm]).astype(x.dtype), y, y[perm], float(lam)
