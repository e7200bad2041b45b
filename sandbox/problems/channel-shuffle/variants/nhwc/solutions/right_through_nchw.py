# expect: accepted
import torch


def shuffle(x, groups):
    n, c, h, w = x.shape
    return x.reshape(n, groups, c // groups, h, w).transpose(1, 2).reshape(n, c, h, w)


def channel_shuffle_nhwc(x, groups):
    if groups < 1 or x.shape[-1] % groups:
        raise ValueError("groups must divide the channels")
    return shuffle(x.permute(0, 3, 1, 2), groups).permute(0, 2, 3, 1)
