# expect: accepted
import torch


@torch.no_grad()
def fuse_conv_bn(
    w: torch.Tensor,
    b: torch.Tensor | None,
    gamma: torch.Tensor,
    beta: torch.Tensor,
    mean: torch.Tensor,
    var: torch.Tensor,
    eps: float = 1e-5,
) -> tuple[torch.Tensor, torch.Tensor]:
    weight, bias = w.clone(), -mean if b is None else b - mean
    for o in range(w.shape[0]):
        s = gamma[o] / (var[o] + eps) ** 0.5
        weight[o] *= s
        bias[o] = bias[o] * s + beta[o]
    return weight, bias
