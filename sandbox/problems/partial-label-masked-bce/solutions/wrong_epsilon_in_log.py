# expect: wrong_answer
# An epsilon inside the logarithms.
import numpy as np


def masked_bce(logits, targets, valid_mask):
    x, t = logits[valid_mask], targets[valid_mask]
    if x.size == 0:
        return 0.0
    s = np.exp(-np.logaddexp(0, -x))
    loss = -(t * np.log(s + 1e-8) + (1 - t) * np.log(1 - s + 1e-8))
    return float(loss.sum() / x.size)
