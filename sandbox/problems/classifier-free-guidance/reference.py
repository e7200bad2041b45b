"""One sample at a time in float64."""

import numpy as np


def cfg(eps_uncond, eps_cond, scale, rescale=0.0):
    result = np.empty(eps_cond.shape)
    for b, s in enumerate(np.broadcast_to(scale, len(eps_cond))):
        u, c = eps_uncond[b].astype(np.float64), eps_cond[b].astype(np.float64)
        out = u + s * (c - u)
        spread = out.std()
        factor = c.std() / spread if spread else 1.0
        result[b] = rescale * factor * out + (1 - rescale) * out
    return result.astype(eps_cond.dtype)
