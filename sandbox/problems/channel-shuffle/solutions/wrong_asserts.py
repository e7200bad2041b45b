# expect: wrong_answer
# Asserts instead of raising ValueError.
import torch


def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    assert groups >= 1 and c % groups == 0
    y = x.reshape(n, groups, c // groups, h, w)
    y = y.transpose(1, 2)
    return y.reshape(n, c, h, w)
