# expect: wrong_answer
# Masks what is not finite and ignores the mask.
import numpy as np


def masked_bce(logits, targets, valid_mask):
    x, t = (a[np.isfinite(logits) & np.isfinite(targets)] for a in (logits, targets))
    if x.size == 0:
        return 0.0
    loss = np.maximum(x, 0) - x * t + np.log1p(np.exp(-np.abs(x)))
    return float(loss.sum() / x.size)
