# expect: accepted
import torch


class StraightThrough(torch.autograd.Function):
    @staticmethod
    def forward(ctx, z, codes):
        return codes.clone()

    @staticmethod
    def backward(ctx, gradient):
        return gradient, None


def vq_ema_step(
    z: torch.Tensor,
    codebook: torch.Tensor,
    ema_count: torch.Tensor,
    ema_sum: torch.Tensor,
    decay: float = 0.99,
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    data = z.detach()
    idx = torch.zeros(len(data), dtype=torch.long)
    best = torch.full((len(data),), float("inf"), dtype=z.dtype)
    new_codebook, new_count, new_sum = codebook.clone(), ema_count * decay, ema_sum * decay
    for k, code in enumerate(codebook):
        distance = ((data - code) ** 2).sum(1)
        closer = distance < best
        idx[closer], best[closer] = k, distance[closer]
    for k in range(len(codebook)):
        mine = data[idx == k]
        new_count[k] += (1 - decay) * len(mine)
        new_sum[k] += (1 - decay) * mine.sum(0)
        if new_count[k] > 0:
            new_codebook[k] = new_sum[k] / new_count[k]
    return StraightThrough.apply(z, codebook[idx]), idx, new_codebook, new_count, new_sum
