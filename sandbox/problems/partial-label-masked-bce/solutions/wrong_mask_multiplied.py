# expect: wrong_answer
# 0 * NaN is NaN.
import numpy as np


def masked_bce(logits, targets, valid_mask):
    loss = np.logaddexp(0, logits) - logits * targets
    return float((loss * valid_mask).sum() / max(valid_mask.sum(), 1))
