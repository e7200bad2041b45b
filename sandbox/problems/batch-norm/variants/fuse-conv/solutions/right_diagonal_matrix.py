# expect: accepted
import numpy as np


def fuse_conv_bn(weight, bias, running_mean, running_var, gamma, beta, eps=1e-5):
    scale = np.diag(gamma * (running_var + eps) ** -0.5)
    new_weight = (scale @ weight.reshape(len(weight), -1)).reshape(weight.shape)
    shift = beta - scale @ running_mean
    if bias is not None:
        shift = shift + scale @ bias
    return new_weight.astype(weight.dtype), shift.astype(weight.dtype)
