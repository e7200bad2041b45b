# expect: wrong_answer
# Clears the caller's arrays behind the mask.
import numpy as np


def masked_bce(logits, targets, valid_mask):
    logits[~valid_mask] = 0
    x, t = logits[valid_mask], targets[valid_mask]
    if x.size == 0:
        return 0.0
    loss = np.maximum(x, 0) - x * t + np.log1p(np.exp(-np.abs(x)))
    return float(loss.sum() / x.size)
