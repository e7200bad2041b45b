import torch


def fuse_conv_bn(
    w: torch.Tensor,
    b: torch.Tensor | None,
    gamma: torch.Tensor,
    beta: torch.Tensor,
    mean: torch.Tensor,
    var: torch.Tensor,
    eps: float = 1e-5,
) -> tuple[torch.Tensor, torch.Tensor]:
    # w: (O, I/groups, kh, kw), the others (O,)
    ...
