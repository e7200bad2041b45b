# expect: wrong_answer
# The smallest positive float still is not exp(-1000).
import numpy as np


def focal_loss(logits, targets, alpha=0.25, gamma=2.0):
    if logits.size == 0:
        return 0.0
    p = 1 / (1 + np.exp(-logits))
    pt = np.where(targets == 1, p, 1 - p)
    alpha_t = np.where(targets == 1, alpha, 1 - alpha)
    loss = -alpha_t * (1 - pt) ** gamma * np.log(np.maximum(pt, 1e-300))
    return loss.mean()
