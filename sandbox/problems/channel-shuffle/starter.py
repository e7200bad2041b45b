import torch


def channel_shuffle(x: torch.Tensor, groups: int) -> torch.Tensor:
    # x: (N, C, H, W) -> the same shape, channels in another order
    ...
