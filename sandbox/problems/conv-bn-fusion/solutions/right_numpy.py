# expect: accepted
import numpy as np
import torch


def fuse_conv_bn(w, b, gamma, beta, mean, var, eps=1e-5):
    weight, gamma, beta, mean, var = (t.numpy() for t in (w, gamma, beta, mean, var))
    s = (gamma / np.sqrt(var + np.asarray(eps, dtype=var.dtype))).astype(var.dtype)
    bias = np.zeros_like(mean) if b is None else b.numpy()
    return torch.from_numpy(np.einsum("oihw,o->oihw", weight, s)), torch.from_numpy(beta + (bias - mean) * s)
