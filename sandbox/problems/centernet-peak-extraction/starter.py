import torch


def peaks(
    heat: torch.Tensor, topk: int = 100, thr: float = 0.0, kernel: int = 3
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    # heat: (C, H, W) -> scores, cls, ys, xs of shape (K,)
    ...
