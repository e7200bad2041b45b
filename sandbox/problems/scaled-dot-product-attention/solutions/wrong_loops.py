# expect: time_limit
# One query after the other in Python.
import numpy as np


def attention(q, k, v, mask=None):
    lead, (lq, d) = q.shape[:-2], q.shape[-2:]
    out = np.zeros((*lead, lq, v.shape[-1]), dtype=q.dtype)
    if mask is None:
        mask = np.ones((lq, k.shape[-2]), dtype=bool)
    mask = np.broadcast_to(mask, (*lead, lq, k.shape[-2]))
    for index in np.ndindex(*lead):
        for i in range(lq):
            seen = mask[index][i]
            if seen.any():
                scores = k[index][seen] @ q[index][i] / np.sqrt(d)
                weights = np.exp(scores - scores.max())
                out[index][i] = weights @ v[index][seen] / weights.sum()
    return out
