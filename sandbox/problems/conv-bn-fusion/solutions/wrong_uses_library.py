# expect: rejected
# The function of torch.
from torch.nn.utils.fusion import fuse_conv_bn_weights


def fuse_conv_bn(w, b, gamma, beta, mean, var, eps=1e-5):
    return fuse_conv_bn_weights(w, b, mean, var, eps, gamma, beta)
