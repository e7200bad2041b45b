# expect: rejected
# Calls cosine_similarity.
import torch
import torch.nn.functional as F


def self_similarity(x, normalize=True):
    rows = x.flatten(2).transpose(1, 2) if x.dim() == 4 else x
    return F.cosine_similarity(rows.unsqueeze(-2), rows.unsqueeze(-3), dim=-1)
