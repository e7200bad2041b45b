# expect: accepted
import torch
import torch.nn.functional as F


def self_similarity(x, normalize=True):
    if x.ndim not in (2, 4):
        raise ValueError("x must be 2D or 4D")
    y = F.normalize(x, dim=1) if normalize else x
    if x.ndim == 2:
        return torch.einsum("ic,jc->ij", y, y)
    n, c, h, w = y.shape
    out = torch.einsum("nchw,ncij->nhwij", y, y)
    return out.reshape(n, h * w, h * w)
