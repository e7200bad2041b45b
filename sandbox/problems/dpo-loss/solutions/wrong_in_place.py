# expect: wrong_answer
# Subtracts the reference in place.
import numpy as np


def dpo_loss(pi_w, pi_l, ref_w, ref_l, beta=0.1):
    if len(pi_w) == 0:
        raise ValueError("no samples")
    pi_w -= ref_w
    margin = beta * (pi_w - (pi_l - ref_l))
    return float(np.mean(np.logaddexp(0.0, -margin)))
