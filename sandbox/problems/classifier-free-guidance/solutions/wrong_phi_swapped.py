# expect: wrong_answer
# phi weighs the result that is not rescaled.
import numpy as np


def cfg(eps_uncond, eps_cond, scale, rescale=0.0):
    B = eps_cond.shape[0]
    per_sample = (B,) + (1,) * (eps_cond.ndim - 1)
    s = np.reshape(scale, per_sample) if np.ndim(scale) else scale
    out = eps_uncond + s * (eps_cond - eps_uncond)
    if rescale > 0:
        axes = tuple(range(1, eps_cond.ndim))
        std_cond = eps_cond.std(axis=axes, keepdims=True)
        std_out = out.std(axis=axes, keepdims=True)
        f = np.where(std_out == 0, 1.0, std_cond / np.where(std_out == 0, 1.0, std_out))
        out = (1 - rescale) * f * out + rescale * out
    return out.astype(eps_cond.dtype)
