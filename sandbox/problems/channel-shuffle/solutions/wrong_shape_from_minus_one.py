# expect: runtime_error
# -1 cannot be inferred from no samples.
import torch


def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    if groups < 1 or c % groups != 0:
        raise ValueError(f"{c} channels, {groups} groups")
    y = x.reshape(n, groups, -1, h, w)
    y = y.transpose(1, 2)
    return y.reshape(n, c, h, w)
