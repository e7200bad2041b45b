# expect: wrong_answer
# eps is forgotten.
import torch


def fuse_conv_bn(w, b, gamma, beta, mean, var, eps=1e-5):
    scale = gamma / torch.sqrt(var)
    if b is None:
        b = torch.zeros_like(mean)
    return w * scale.reshape(-1, 1, 1, 1), beta + (b - mean) * scale
