# expect: accepted
import numpy as np
import torch
import torch.nn.functional as F


def dpo_loss(pi_w, pi_l, ref_w, ref_l, beta=0.1):
    if pi_w.shape[0] == 0:
        raise ValueError("empty batch")
    pi_w, pi_l, ref_w, ref_l = (torch.tensor(np.asarray(a)) for a in (pi_w, pi_l, ref_w, ref_l))
    pi_ratio = pi_w - pi_l
    ref_ratio = ref_w - ref_l
    return -F.logsigmoid(beta * (pi_ratio - ref_ratio)).mean().item()
