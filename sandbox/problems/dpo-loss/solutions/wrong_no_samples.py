# expect: wrong_answer
# NaN without samples.
import numpy as np


def dpo_loss(pi_w, pi_l, ref_w, ref_l, beta=0.1):
    margin = beta * ((pi_w - ref_w) - (pi_l - ref_l))
    return float(np.mean(np.logaddexp(0.0, -margin)))
