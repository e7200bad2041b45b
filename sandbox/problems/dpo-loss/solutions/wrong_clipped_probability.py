# expect: wrong_answer
# Keeps the sigmoid away from 0.
import numpy as np


def dpo_loss(pi_w, pi_l, ref_w, ref_l, beta=0.1):
    if len(pi_w) == 0:
        raise ValueError("no samples")
    margin = beta * ((pi_w - ref_w) - (pi_l - ref_l))
    return float(np.mean(-np.log(np.clip(1 / (1 + np.exp(-margin)), 1e-12, 1))))
