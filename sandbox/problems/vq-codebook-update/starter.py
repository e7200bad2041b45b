import torch


def vq_ema_step(
    z: torch.Tensor,
    codebook: torch.Tensor,
    ema_count: torch.Tensor,
    ema_sum: torch.Tensor,
    decay: float = 0.99,
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    # z: (N, D), codebook and ema_sum: (K, D), ema_count: (K,)
    ...
