"""A stable sort of the magnitudes in row-major order; the first k are pruned."""

import numpy as np


def prune_by_magnitude(w, sparsity):
    if not 0 <= sparsity <= 1:
        raise ValueError(f"sparsity is {sparsity}, it must be from 0 to 1")
    count = round(sparsity * w.size)
    order = np.argsort(np.abs(w).ravel(order="C"), kind="stable")
    mask = np.ones(w.size, dtype=bool)
    mask[order[:count]] = False
    mask = mask.reshape(w.shape)
    return mask, np.where(mask, w, w.dtype.type(0))
