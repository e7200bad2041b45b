# expect: wrong_answer
# Masks the logits only.
import numpy as np


def masked_bce(logits, targets, valid_mask):
    x = np.where(valid_mask, logits, 0.0)
    loss = (np.logaddexp(0, x) - x * targets) * valid_mask
    return float(loss.sum() / max(valid_mask.sum(), 1))
