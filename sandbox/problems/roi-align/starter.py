import torch


def roi_align(
    feat: torch.Tensor, rois: torch.Tensor, out_size: tuple[int, int], scale: float = 1.0, sampling: int = 2
) -> torch.Tensor:
    # feat: (C, H, W), rois: (R, 4) -> (R, C, ph, pw)
    ...
