# expect: wrong_answer
# Divides by beta, as if it were a temperature.
import numpy as np


def dpo_loss(pi_w, pi_l, ref_w, ref_l, beta=0.1):
    if len(pi_w) == 0:
        raise ValueError("no samples")
    margin = 1 / beta * ((pi_w - ref_w) - (pi_l - ref_l))
    return float(np.mean(np.logaddexp(0.0, -margin)))
