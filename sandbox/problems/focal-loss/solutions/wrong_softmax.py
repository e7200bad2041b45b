# expect: wrong_answer
# Softmax over the last axis instead of a sigmoid.
import numpy as np


def focal_loss(logits, targets, alpha=0.25, gamma=2.0):
    if logits.size == 0:
        return 0.0
    rows = np.atleast_1d(logits)
    log_p = (rows - np.logaddexp.reduce(rows, axis=-1, keepdims=True)).reshape(logits.shape)
    log_not_p = np.log1p(-np.exp(log_p))
    log_pt = np.where(targets == 1, log_p, log_not_p)
    pt = np.exp(log_pt)
    alpha_t = np.where(targets == 1, alpha, 1 - alpha)
    loss = -alpha_t * (1 - pt) ** gamma * log_pt
    return loss.mean()
