# expect: wrong_answer
import numpy as np


def prune_by_magnitude(w, sparsity):
    if sparsity < 0 or sparsity > 1:
        raise ValueError("sparsity must be between 0 and 1")
    k = int(round(sparsity * w.size))
    order = np.argsort(np.abs(w).ravel(), kind="stable")
    mask = np.ones(w.size, dtype=bool)
    mask[order[w.size - k :]] = False
    mask = mask.reshape(w.shape)
    pruned = np.where(mask, w, 0).astype(w.dtype)
    return mask, pruned
