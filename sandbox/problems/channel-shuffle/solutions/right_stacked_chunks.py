# expect: accepted
import torch


def channel_shuffle(x, groups):
    if groups < 1 or x.shape[1] % groups != 0:
        raise ValueError(f"cannot split {x.shape[1]} channels into {groups} groups")
    return torch.stack(x.chunk(groups, dim=1), dim=2).flatten(1, 2)
