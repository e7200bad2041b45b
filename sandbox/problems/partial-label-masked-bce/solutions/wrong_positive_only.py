# expect: wrong_answer
# Only the loss of the positives.
import numpy as np


def masked_bce(logits, targets, valid_mask):
    x, t = logits[valid_mask], targets[valid_mask]
    if x.size == 0:
        return 0.0
    loss = t * np.logaddexp(0, -x)
    return float(loss.sum() / x.size)
