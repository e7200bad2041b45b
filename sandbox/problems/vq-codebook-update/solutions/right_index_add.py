# expect: accepted
import torch


def vq_ema_step(z, codebook, ema_count, ema_sum, decay=0.99):
    flat = z.detach()
    squared = flat.pow(2).sum(1, keepdim=True) - 2 * flat @ codebook.t() + codebook.pow(2).sum(1)
    _, idx = torch.min(squared, dim=1)
    n = torch.bincount(idx, minlength=len(codebook)).to(flat)
    s = torch.zeros_like(ema_sum).index_add_(0, idx, flat)
    new_count = torch.lerp(n, ema_count, decay)
    new_sum = ema_sum.mul(decay).add(s, alpha=1 - decay)
    safe = torch.where(new_count > 0, new_count, torch.ones_like(new_count))
    new_codebook = torch.where((new_count > 0)[:, None], new_sum / safe[:, None], codebook)
    z_q = codebook.index_select(0, idx)
    z_q = flat.new_tensor(0) + (z - z.detach()) + z_q
    return z_q, idx, new_codebook, new_count, new_sum
