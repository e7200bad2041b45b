import torch


def channel_shuffle_nhwc(x: torch.Tensor, groups: int) -> torch.Tensor:
    # x: (N, H, W, C) -> the same shape, channels in another order
    ...
