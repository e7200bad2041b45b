# expect: rejected
# Calls torch's own.
import torch
from torch import nn


def channel_shuffle(x, groups):
    return nn.ChannelShuffle(groups)(x)
