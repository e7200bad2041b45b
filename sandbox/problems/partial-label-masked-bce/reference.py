"""softplus(-x) where the target is 1, softplus(x) where it is 0."""

import numpy as np


def masked_bce(logits, targets, valid_mask):
    x, t = logits[valid_mask], targets[valid_mask]
    if len(x) == 0:
        return 0.0
    return float(np.logaddexp(0.0, np.where(t == 1, -x, x)).mean())
