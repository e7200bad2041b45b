# expect: time_limit
# A loop over the pairs.
import torch


def self_similarity(x, normalize=True):
    if x.dim() not in (2, 4):
        raise ValueError("2D or 4D")
    rows = x.flatten(2).transpose(1, 2) if x.dim() == 4 else x.unsqueeze(0)
    if normalize:
        rows = rows / rows.norm(dim=-1, keepdim=True).clamp(min=1e-12)
    n, p, _ = rows.shape
    out = torch.stack([torch.dot(rows[i, a], rows[i, b]) for i in range(n) for a in range(p) for b in range(p)])
    out = out.reshape(n, p, p)
    return out if x.dim() == 4 else out[0]
