# expect: accepted
import math

import torch


def grad(z):
    p = torch.softmax(z, dim=1)
    jacobian = torch.diag_embed(p) - p.unsqueeze(2) * p.unsqueeze(1)
    return jacobian.square().sum((1, 2)).sqrt().mean().item()


def attention_logit_stats(q, k):
    raw = torch.tensor(q.copy()) @ torch.tensor(k.copy()).T
    scaled = raw / math.sqrt(q.shape[1])
    return raw.var(unbiased=False).item(), scaled.var(unbiased=False).item(), grad(raw), grad(scaled)
