# expect: accepted
import numpy as np


def fuse_conv_bn(weight, bias, running_mean, running_var, gamma, beta, eps=1e-5):
    new_weight, new_bias = np.empty_like(weight), np.empty_like(beta)
    for f in range(weight.shape[0]):
        a = gamma[f] / (running_var[f] + eps) ** 0.5
        new_weight[f] = a * weight[f]
        new_bias[f] = beta[f] + a * ((0 if bias is None else bias[f]) - running_mean[f])
    return new_weight, new_bias
