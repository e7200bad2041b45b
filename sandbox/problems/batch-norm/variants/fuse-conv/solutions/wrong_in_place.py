# expect: wrong_answer
# Scales the weight of the caller.
import numpy as np


def fuse_conv_bn(weight, bias, running_mean, running_var, gamma, beta, eps=1e-5):
    factor = gamma / np.sqrt(running_var + eps)
    if bias is None:
        bias = np.zeros_like(running_mean)
    weight *= factor.reshape(-1, 1, 1, 1)
    return weight.copy(), (bias - running_mean) * factor + beta
