import torch


def self_similarity(x: torch.Tensor, normalize: bool = True) -> torch.Tensor:
    # x: (N, C, H, W) -> (N, H*W, H*W), or (B, C) -> (B, B)
    ...
