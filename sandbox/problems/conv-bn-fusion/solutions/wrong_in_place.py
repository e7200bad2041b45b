# expect: wrong_answer
# Writes into the weights.
import torch


def fuse_conv_bn(w, b, gamma, beta, mean, var, eps=1e-5):
    scale = gamma / torch.sqrt(var + eps)
    if b is None:
        b = torch.zeros_like(mean)
    w *= scale.reshape(-1, 1, 1, 1)
    return w, beta + (b - mean) * scale
