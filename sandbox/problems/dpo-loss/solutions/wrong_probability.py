# expect: wrong_answer
# Forgets the logarithm.
import numpy as np


def dpo_loss(pi_w, pi_l, ref_w, ref_l, beta=0.1):
    if len(pi_w) == 0:
        raise ValueError("no samples")
    margin = beta * ((pi_w - ref_w) - (pi_l - ref_l))
    return float(np.mean(1 / (1 + np.exp(np.minimum(margin, 700)))))
