# expect: accepted
import numpy as np
import torch


class Guidance:
    def __init__(self, scale, rescale):
        self.scale, self.rescale = scale, rescale

    def __call__(self, u, c):
        shape = [-1] + [1] * (c.dim() - 1)
        s = torch.as_tensor(np.array(self.scale), dtype=c.dtype)
        out = torch.lerp(u, c, s.reshape(shape) if s.dim() else s)
        if not self.rescale:
            return out
        dims = list(range(1, c.dim()))
        sc = c.std(dim=dims, keepdim=True, unbiased=False)
        so = out.std(dim=dims, keepdim=True, unbiased=False)
        f = torch.where(so == 0, torch.ones_like(so), sc / so)
        return self.rescale * f * out + (1 - self.rescale) * out


def cfg(eps_uncond, eps_cond, scale, rescale=0.0):
    u, c = (torch.tensor(np.ascontiguousarray(a)) for a in (eps_uncond, eps_cond))
    if c.shape[0] == 0:
        return np.zeros(eps_cond.shape, eps_cond.dtype)
    return Guidance(scale, rescale)(u, c).numpy()
