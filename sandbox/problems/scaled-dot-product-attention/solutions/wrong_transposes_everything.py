# expect: runtime_error
# k.T turns all axes around: only right without leading dimensions.
import numpy as np


def attention(q, k, v, mask=None):
    d = q.shape[-1]
    scores = q @ k.T / np.sqrt(d).astype(q.dtype)
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    top = scores.max(axis=-1, keepdims=True)
    top = np.where(np.isfinite(top), top, 0)
    weights = np.exp(scores - top)
    total = weights.sum(axis=-1, keepdims=True)
    weights = weights / np.where(total == 0, 1, total)
    return (weights @ v).astype(q.dtype)
