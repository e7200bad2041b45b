# expect: wrong_answer
# Threshold from an interpolated quantile.
import numpy as np


def prune_by_magnitude(w, sparsity):
    if sparsity < 0 or sparsity > 1:
        raise ValueError("sparsity must be between 0 and 1")
    k = int(round(sparsity * w.size))
    mask = np.abs(w) > np.quantile(np.abs(w), sparsity) if w.size else np.ones(w.shape, dtype=bool)
    pruned = np.where(mask, w, 0).astype(w.dtype)
    return mask, pruned
