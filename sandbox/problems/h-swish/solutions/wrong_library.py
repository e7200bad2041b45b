# expect: rejected
import torch
import torch.nn.functional as F


def h_swish(x):
    t = torch.tensor(x)
    dy = torch.where(t <= -3, torch.zeros_like(t), torch.where(t >= 3, torch.ones_like(t), (2 * t + 3) / 6))
    return F.hardswish(t).numpy(), dy.numpy()
