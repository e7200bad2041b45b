# expect: wrong_answer
# Prunes each row on its own.
import numpy as np


def prune_by_magnitude(w, sparsity):
    if sparsity < 0 or sparsity > 1:
        raise ValueError("sparsity must be between 0 and 1")
    k = int(round(sparsity * w.size))
    rows = np.abs(w).reshape(w.shape[0] if w.ndim > 1 else 1, -1) if w.size else np.abs(w).reshape(1, -1)
    each = int(round(sparsity * rows.shape[1]))
    order = np.argsort(rows, axis=1, kind="stable")
    mask = np.ones(rows.shape, dtype=bool)
    np.put_along_axis(mask, order[:, :each], False, axis=1)
    mask = mask.reshape(w.shape)
    pruned = np.where(mask, w, 0).astype(w.dtype)
    return mask, pruned
