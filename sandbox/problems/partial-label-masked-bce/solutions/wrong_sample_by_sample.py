# expect: wrong_answer
# The mean of the means of the samples.
import numpy as np


def masked_bce(logits, targets, valid_mask):
    means = []
    for x, t, m in zip(logits, targets, valid_mask):
        if m.any():
            means.append((np.logaddexp(0, x[m]) - x[m] * t[m]).mean())
    return float(np.mean(means)) if means else 0.0
