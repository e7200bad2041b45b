# expect: time_limit
# Looks for the smallest again each time.
import numpy as np


def prune_by_magnitude(w, sparsity):
    if sparsity < 0 or sparsity > 1:
        raise ValueError("sparsity must be between 0 and 1")
    k = int(round(sparsity * w.size))
    size = np.abs(w).astype(np.float64).ravel()
    for _ in range(k):
        size[np.argmin(size)] = np.inf
    mask = np.isfinite(size).reshape(w.shape)
    pruned = np.where(mask, w, 0).astype(w.dtype)
    return mask, pruned
