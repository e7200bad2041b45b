# expect: wrong_answer
# Divides by N * C.
import numpy as np


def masked_bce(logits, targets, valid_mask):
    x, t = logits[valid_mask], targets[valid_mask]
    if x.size == 0:
        return 0.0
    loss = np.maximum(x, 0) - x * t + np.log1p(np.exp(-np.abs(x)))
    return float(loss.sum() / logits.size)
