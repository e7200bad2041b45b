# expect: wrong_answer
# The mean of the variances of the rows.
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def grad(z):
    p = softmax(z)
    diagonal = (p * (1 - p)) ** 2
    squares = p**2
    others = squares.sum(axis=1) ** 2 - (squares**2).sum(axis=1)
    return float(np.sqrt(diagonal.sum(axis=1) + np.maximum(others, 0)).mean())


def attention_logit_stats(q, k):
    raw = q @ k.T
    scaled = raw / np.sqrt(q.shape[-1])
    return float(np.var(raw, axis=1).mean()), float(np.var(scaled, axis=1).mean()), grad(raw), grad(scaled)
