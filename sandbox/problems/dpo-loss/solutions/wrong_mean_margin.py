# expect: wrong_answer
# The loss of the mean margin.
import numpy as np


def dpo_loss(pi_w, pi_l, ref_w, ref_l, beta=0.1):
    if len(pi_w) == 0:
        raise ValueError("no samples")
    margin = beta * ((pi_w - ref_w) - (pi_l - ref_l))
    return float(np.logaddexp(0.0, -np.mean(margin)))
