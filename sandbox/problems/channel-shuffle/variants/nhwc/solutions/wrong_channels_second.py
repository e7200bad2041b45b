# expect: runtime_error
# Still shuffles axis 1.
import torch


def channel_shuffle_nhwc(x, groups):
    n, c, h, w = x.shape
    if groups < 1 or c % groups != 0:
        raise ValueError(f"{c} channels, {groups} groups")
    y = x.reshape(n, groups, c // groups, h, w)
    return y.transpose(1, 2).reshape(n, c, h, w)
