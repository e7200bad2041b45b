# expect: runtime_error
# A missing bias is not thought of.
import torch


def fuse_conv_bn(w, b, gamma, beta, mean, var, eps=1e-5):
    scale = gamma / torch.sqrt(var + eps)
    return w * scale.reshape(-1, 1, 1, 1), beta + (b - mean) * scale
