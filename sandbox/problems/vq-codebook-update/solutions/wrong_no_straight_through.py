# expect: wrong_answer
# The codes themselves: no gradient reaches z.
import torch


def vq_ema_step(z, codebook, ema_count, ema_sum, decay=0.99):
    k = codebook.shape[0]
    with torch.no_grad():
        distance = ((z[:, None, :] - codebook[None, :, :]) ** 2).sum(-1)
        idx = distance.argmin(dim=1)
        onehot = torch.nn.functional.one_hot(idx, k).to(z.dtype)
        n = onehot.sum(0)
        s = onehot.T @ z
        new_count = decay * ema_count + (1 - decay) * n
        new_sum = decay * ema_sum + (1 - decay) * s
        new_codebook = codebook.clone()
        used = new_count > 0
        new_codebook[used] = new_sum[used] / new_count[used].unsqueeze(1)
    z_q = codebook[idx]
    return z_q, idx, new_codebook, new_count, new_sum
