# expect: accepted
import torch
import torch.nn.functional as F


def h_swish(x):
    t = torch.tensor(x.tolist(), dtype=torch.float64).reshape(x.shape)
    v = t + 3
    inside = ((t > -3) & (t < 3)).double()
    gate = F.relu6(v) / 6
    dy = gate + t * inside / 6
    return (t * gate).numpy().astype(x.dtype), dy.numpy().astype(x.dtype)
