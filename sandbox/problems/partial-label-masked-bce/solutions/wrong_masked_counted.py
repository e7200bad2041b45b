# expect: wrong_answer
# Masked elements count as logit 0.
import numpy as np


def masked_bce(logits, targets, valid_mask):
    if not valid_mask.any():
        return 0.0
    x, t = np.where(valid_mask, logits, 0.0), np.where(valid_mask, targets, 0.0)
    return float((np.logaddexp(0, x) - x * t).sum() / valid_mask.sum())
