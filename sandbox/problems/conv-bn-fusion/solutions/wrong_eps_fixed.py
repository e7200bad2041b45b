# expect: wrong_answer
# The eps that is passed is ignored.
import torch


def fuse_conv_bn(w, b, gamma, beta, mean, var, eps=1e-5):
    scale = gamma / torch.sqrt(var + 1e-5)
    if b is None:
        b = torch.zeros_like(mean)
    return w * scale.reshape(-1, 1, 1, 1), beta + (b - mean) * scale
