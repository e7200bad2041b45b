# expect: wrong_answer
# Returns the losses of the samples.
import numpy as np


def dpo_loss(pi_w, pi_l, ref_w, ref_l, beta=0.1):
    if len(pi_w) == 0:
        raise ValueError("no samples")
    margin = beta * ((pi_w - ref_w) - (pi_l - ref_l))
    return np.logaddexp(0.0, -margin)
