"""Nearest codes by comparing all distances, sums row by row, in float64."""

import torch


def vq_ema_step(z, codebook, ema_count, ema_sum, decay=0.99):
    codes = codebook.double()
    rows = z.detach().double()
    idx = torch.tensor([nearest(((row - codes) ** 2).sum(dim=1)) for row in rows], dtype=torch.int64)
    count, total = torch.zeros_like(ema_count, dtype=torch.float64), torch.zeros_like(codes)
    for row, k in zip(rows, idx.tolist(), strict=True):
        count[k] += 1
        total[k] += row
    new_count = decay * ema_count.double() + (1 - decay) * count
    new_sum = decay * ema_sum.double() + (1 - decay) * total
    used = new_count > 0
    new_codebook = codes.clone()
    new_codebook[used] = new_sum[used] / new_count[used, None]
    z_q = z + (codebook[idx] - z).detach()
    return z_q, idx, *(tensor.to(z.dtype) for tensor in (new_codebook, new_count, new_sum))


def nearest(distances):
    values = distances.tolist()
    return values.index(min(values))
