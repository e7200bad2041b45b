# expect: wrong_answer
# Turns NaN into 0 and lets infinities through.
import numpy as np


def masked_bce(logits, targets, valid_mask):
    x, t = (np.nan_to_num(a, posinf=np.inf, neginf=-np.inf) for a in (logits, targets))
    loss = np.logaddexp(0, x) - x * t
    return float((loss * valid_mask).sum() / max(valid_mask.sum(), 1))
