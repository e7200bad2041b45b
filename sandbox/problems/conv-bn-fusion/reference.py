"""The formula channel by channel, in float64."""

import math

import torch


def fuse_conv_bn(w, b, gamma, beta, mean, var, eps=1e-5):
    factors = [scale / math.sqrt(spread + eps) for scale, spread in zip(gamma.tolist(), var.tolist(), strict=True)]
    old = [0.0] * len(w) if b is None else b.tolist()
    weight = torch.stack([kernel.double() * factor for kernel, factor in zip(w, factors, strict=True)])
    bias = [
        shift + (value - centre) * factor
        for shift, value, centre, factor in zip(beta.tolist(), old, mean.tolist(), factors, strict=True)
    ]
    return weight.to(w.dtype), torch.tensor(bias, dtype=w.dtype)
