# expect: rejected
import torch


def h_swish(x):
    t = torch.tensor(x, requires_grad=True)
    y = t * torch.clamp(t + 3, 0, 6) / 6
    y.sum().backward()
    return y.detach().numpy(), t.grad.numpy()
