# expect: accepted
import torch


def channel_shuffle_nhwc(x, groups):
    n, h, w, c = x.shape
    if groups < 1 or c % groups != 0:
        raise ValueError(f"{c} channels, {groups} groups")
    y = x.reshape(n, h, w, groups, c // groups)
    return y.transpose(3, 4).reshape(n, h, w, c)
