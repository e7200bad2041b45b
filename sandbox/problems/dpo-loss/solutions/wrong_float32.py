# expect: wrong_answer
# Single precision.
import numpy as np


def dpo_loss(pi_w, pi_l, ref_w, ref_l, beta=0.1):
    if len(pi_w) == 0:
        raise ValueError("no samples")
    pi_w, pi_l, ref_w, ref_l = (a.astype(np.float32) for a in (pi_w, pi_l, ref_w, ref_l))
    margin = beta * ((pi_w - ref_w) - (pi_l - ref_l))
    return float(np.mean(np.logaddexp(0.0, -margin.astype(float))))
