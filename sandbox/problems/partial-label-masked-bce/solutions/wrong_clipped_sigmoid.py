# expect: wrong_answer
# Keeps the sigmoid away from 0 and 1.
import numpy as np


def masked_bce(logits, targets, valid_mask):
    x, t = logits[valid_mask], targets[valid_mask]
    if x.size == 0:
        return 0.0
    s = np.clip(1 / (1 + np.exp(-x)), 1e-12, 1 - 1e-12)
    loss = -(t * np.log(s) + (1 - t) * np.log(1 - s))
    return float(loss.sum() / x.size)
