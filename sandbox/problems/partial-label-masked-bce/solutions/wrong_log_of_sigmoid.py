# expect: wrong_answer
# log of a sigmoid that becomes 0.
import numpy as np


def masked_bce(logits, targets, valid_mask):
    x, t = logits[valid_mask], targets[valid_mask]
    if x.size == 0:
        return 0.0
    s = 1 / (1 + np.exp(-x))
    loss = -(t * np.log(s) + (1 - t) * np.log(1 - s))
    return float(loss.sum() / x.size)
