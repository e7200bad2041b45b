# expect: wrong_answer
# log of a sigmoid that is 0.
import numpy as np


def focal_loss(logits, targets, alpha=0.25, gamma=2.0):
    if logits.size == 0:
        return 0.0
    p = 1 / (1 + np.exp(-logits))
    pt = np.where(targets == 1, p, 1 - p)
    alpha_t = np.where(targets == 1, alpha, 1 - alpha)
    loss = -alpha_t * (1 - pt) ** gamma * np.log(pt)
    return loss.mean()
