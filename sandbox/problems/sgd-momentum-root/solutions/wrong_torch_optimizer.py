# expect: rejected
import torch


def solve(x0, lr=1e-3, momentum=0.9, steps=10000):
    x = torch.tensor(x0, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([x], lr=lr, momentum=momentum)
    for _ in range(steps):
        optimizer.zero_grad()
        ((x**2 + 2 * x - 3) ** 2).backward()
        optimizer.step()
    return x.item()
