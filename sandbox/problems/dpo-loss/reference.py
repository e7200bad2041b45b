"""max(-m, 0) + log1p(exp(-|m|)) of every margin m."""

import numpy as np


def dpo_loss(pi_w, pi_l, ref_w, ref_l, beta=0.1):
    if len(pi_w) == 0:
        raise ValueError("there is no mean of no samples")
    margin = beta * ((pi_w - ref_w) - (pi_l - ref_l))
    return float(np.mean(np.maximum(-margin, 0) + np.log1p(np.exp(-np.abs(margin)))))
