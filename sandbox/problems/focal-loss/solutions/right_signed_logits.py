# expect: accepted
import numpy as np


def softplus(v):
    return np.maximum(v, 0) + np.log1p(np.exp(-np.abs(v)))


def focal_loss(logits, targets, alpha=0.25, gamma=2.0):
    t = np.asarray(targets, dtype=np.float64).reshape(-1)
    if not len(t):
        return np.float64(0)
    z = (2 * t - 1) * logits.reshape(-1)
    modulating = np.exp(-gamma * softplus(z))  # (1 - p_t)**gamma
    total = np.dot(alpha * t + (1 - alpha) * (1 - t), modulating * softplus(-z))
    return total / t.size
