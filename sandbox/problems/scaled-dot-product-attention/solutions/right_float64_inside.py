# expect: accepted
import math

import numpy as np


def softmax(z):
    e = np.exp(z - z.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def attention(q, k, v, mask=None):
    q64, k64, v64 = (np.asarray(a, dtype=np.float64) for a in (q, k, v))
    scores = np.einsum("...qd,...kd->...qk", q64 / math.sqrt(q.shape[-1]), k64)
    if mask is None:
        return np.einsum("...qk,...kv->...qv", softmax(scores), v64).astype(q.dtype)
    mask = np.broadcast_to(mask, scores.shape)
    weights = softmax(np.where(mask, scores, -1e9)) * mask
    return np.matmul(weights, v64).astype(q.dtype)
