# expect: accepted
import numpy as np


def attention(q, k, v, mask=None):
    scale = q.dtype.type(q.shape[-1] ** -0.5)
    scores = np.matmul(q * scale, np.moveaxis(k, -1, -2))
    scores -= scores.max(axis=-1, keepdims=True)
    if mask is not None:
        # What is hidden no longer takes part, so shift again by what is left.
        low = scores.min() - 1
        shift = np.where(mask, scores, low).max(axis=-1, keepdims=True)
        scores = np.where(mask, scores - shift, 0)
        weights = np.exp(scores) * mask
    else:
        weights = np.exp(scores)
    total = weights.sum(axis=-1, keepdims=True)
    out = weights @ v
    return np.divide(out, total, out=np.zeros_like(out), where=total > 0)
