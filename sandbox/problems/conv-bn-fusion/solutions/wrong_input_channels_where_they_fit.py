# expect: wrong_answer
# The factor runs along the input channels wherever their number fits.
import torch


def fuse_conv_bn(w, b, gamma, beta, mean, var, eps=1e-5):
    scale = gamma / torch.sqrt(var + eps)
    if b is None:
        b = torch.zeros_like(mean)
    shape = (1, -1, 1, 1) if w.shape[1] == len(scale) else (-1, 1, 1, 1)
    return w * scale.reshape(shape), beta + (b - mean) * scale
