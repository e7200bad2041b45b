# expect: wrong_answer
# Leaves the error to torch.
import torch


def channel_shuffle_nhwc(x, groups):
    n, h, w, c = x.shape
    y = x.reshape(n, h, w, groups, c // groups)
    return y.transpose(3, 4).reshape(n, h, w, c)
