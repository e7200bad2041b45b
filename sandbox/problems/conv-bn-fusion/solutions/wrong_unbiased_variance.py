# expect: wrong_answer
# Corrects the variance by n / (n - 1).
import torch


def fuse_conv_bn(w, b, gamma, beta, mean, var, eps=1e-5):
    scale = gamma / torch.sqrt(var * len(var) / max(len(var) - 1, 1) + eps)
    if b is None:
        b = torch.zeros_like(mean)
    return w * scale.reshape(-1, 1, 1, 1), beta + (b - mean) * scale
