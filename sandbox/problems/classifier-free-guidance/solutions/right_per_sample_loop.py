# expect: accepted
import numpy as np


def guide(u, c, s, phi):
    out = u + s * (c - u)
    if phi == 0:
        return out
    spread = np.std(out)
    if spread == 0:
        return out
    return out * (phi * np.std(c) / spread + 1 - phi)


def cfg(eps_uncond, eps_cond, scale, rescale=0.0):
    result = np.empty_like(eps_cond)
    for b in range(len(eps_cond)):
        s = scale if isinstance(scale, float) else float(scale[b])
        result[b] = guide(eps_uncond[b], eps_cond[b], s, rescale)
    return result
