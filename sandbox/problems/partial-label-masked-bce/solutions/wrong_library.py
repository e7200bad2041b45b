# expect: rejected
# Calls what is forbidden.
import torch
import torch.nn.functional as F


def masked_bce(logits, targets, valid_mask):
    x, t = torch.tensor(logits[valid_mask]), torch.tensor(targets[valid_mask])
    return F.binary_cross_entropy_with_logits(x, t).item() if len(x) else 0.0
