# expect: wrong_answer
# The mean of the means of the classes.
import numpy as np


def masked_bce(logits, targets, valid_mask):
    means = []
    for c in range(logits.shape[1]):
        m = valid_mask[:, c]
        if m.any():
            x, t = logits[m, c], targets[m, c]
            means.append((np.logaddexp(0, x) - x * t).mean())
    return float(np.mean(means)) if means else 0.0
