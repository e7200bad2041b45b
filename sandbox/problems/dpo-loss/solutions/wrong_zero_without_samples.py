# expect: wrong_answer
# 0 without samples.
import numpy as np


def dpo_loss(pi_w, pi_l, ref_w, ref_l, beta=0.1):
    if len(pi_w) == 0:
        return 0.0
    margin = beta * ((pi_w - ref_w) - (pi_l - ref_l))
    return float(np.mean(np.logaddexp(0.0, -margin)))
