# expect: accepted
import numpy as np


def prune_by_magnitude(w, sparsity):
    if not (0 <= sparsity <= 1):
        raise ValueError(sparsity)
    size = np.abs(w).flatten()
    k = int(round(sparsity * size.size))
    keep = np.ones(size.shape, dtype=bool)
    if k:
        threshold = np.partition(size, k - 1)[k - 1]
        keep[size < threshold] = False
        missing = k - np.count_nonzero(size < threshold)
        keep[np.flatnonzero(size == threshold)[:missing]] = False
    keep = keep.reshape(w.shape)
    return keep, w * keep
