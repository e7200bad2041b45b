# expect: wrong_answer
# Prunes everything up to a threshold, all ties too.
import numpy as np


def prune_by_magnitude(w, sparsity):
    if sparsity < 0 or sparsity > 1:
        raise ValueError("sparsity must be between 0 and 1")
    k = int(round(sparsity * w.size))
    mask = np.ones(w.shape, dtype=bool)
    if k:
        mask = np.abs(w) > np.sort(np.abs(w), axis=None)[k - 1]
    pruned = np.where(mask, w, 0).astype(w.dtype)
    return mask, pruned
