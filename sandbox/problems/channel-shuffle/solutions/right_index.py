# expect: accepted
import numpy as np
import torch


class Shuffle:
    def __init__(self, channels, groups):
        if not 1 <= groups <= channels or channels % groups:
            raise ValueError((channels, groups))
        self.order = torch.from_numpy(np.arange(channels).reshape(groups, -1).T.ravel().copy())

    def __call__(self, x):
        return torch.index_select(x, 1, self.order)


def channel_shuffle(x, groups):
    return Shuffle(x.shape[1], groups)(x)
