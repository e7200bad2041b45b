# expect: wrong_answer
# Without a bias none comes back.
import torch


def fuse_conv_bn(w, b, gamma, beta, mean, var, eps=1e-5):
    scale = gamma / torch.sqrt(var + eps)
    if b is None:
        return w * scale.reshape(-1, 1, 1, 1), None
    return w * scale.reshape(-1, 1, 1, 1), beta + (b - mean) * scale
