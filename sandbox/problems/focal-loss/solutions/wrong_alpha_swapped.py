# expect: wrong_answer
import numpy as np


def focal_loss(logits, targets, alpha=0.25, gamma=2.0):
    if logits.size == 0:
        return 0.0
    log_p = -np.logaddexp(0, -logits)
    log_not_p = -np.logaddexp(0, logits)
    log_pt = np.where(targets == 1, log_p, log_not_p)
    pt = np.exp(log_pt)
    alpha_t = np.where(targets == 1, 1 - alpha, alpha)
    loss = -alpha_t * (1 - pt) ** gamma * log_pt
    return loss.mean()
