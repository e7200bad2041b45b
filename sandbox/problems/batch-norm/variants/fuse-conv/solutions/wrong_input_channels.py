# expect: runtime_error
# Multiplies the input channels.
import numpy as np


def fuse_conv_bn(weight, bias, running_mean, running_var, gamma, beta, eps=1e-5):
    factor = gamma / np.sqrt(running_var + eps)
    if bias is None:
        bias = np.zeros_like(running_mean)
    return weight * factor.reshape(1, -1, 1, 1), (bias - running_mean) * factor + beta
