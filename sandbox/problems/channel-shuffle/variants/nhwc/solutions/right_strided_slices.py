# expect: accepted
import torch


def channel_shuffle_nhwc(x, groups):
    channels = x.shape[-1]
    if groups < 1 or channels % groups:
        raise ValueError(f"{groups} groups of {channels} channels")
    step = channels // groups
    return torch.cat([x[..., start::step] for start in range(step)], dim=-1)
