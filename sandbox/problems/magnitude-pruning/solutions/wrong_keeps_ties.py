# expect: wrong_answer
# Keeps everything from the threshold on.
import numpy as np


def prune_by_magnitude(w, sparsity):
    if sparsity < 0 or sparsity > 1:
        raise ValueError("sparsity must be between 0 and 1")
    k = int(round(sparsity * w.size))
    mask = np.zeros(w.shape, dtype=bool)
    if k < w.size:
        mask = np.abs(w) >= np.sort(np.abs(w), axis=None)[k]
    pruned = np.where(mask, w, 0).astype(w.dtype)
    return mask, pruned
