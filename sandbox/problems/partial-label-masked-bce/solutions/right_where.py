# expect: accepted
import numpy as np


def masked_bce(logits, targets, valid_mask):
    """Keeps the shape; masked places become harmless numbers first."""
    x = np.where(valid_mask, logits, 0.0)
    t = np.where(valid_mask, targets, 0.0)
    element = t * np.logaddexp(0, -x) + (1 - t) * np.logaddexp(0, x)
    n = np.count_nonzero(valid_mask)
    return (element * valid_mask).sum() / max(n, 1)
