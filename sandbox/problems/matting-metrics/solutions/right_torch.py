# expect: accepted
import numpy as np
import torch


def matting_metrics(pred, gt, trimap=None):
    p, g = torch.tensor(np.array(pred)), torch.tensor(np.array(gt))
    m = torch.ones_like(g, dtype=torch.bool) if trimap is None else torch.tensor(np.array(trimap)) == 128
    n = m.sum().item()
    result = {"sad": 0.0, "mad": 0.0, "mse": 0.0, "grad": 0.0}
    if n:
        length = lambda a: torch.stack(torch.gradient(a)).norm(dim=0)
        diff, grad = (p - g)[m], (length(p) - length(g))[m]
        result["sad"] = diff.abs().sum().item() / 1000
        result["mad"] = diff.abs().mean().item()
        result["mse"] = diff.square().mean().item()
        result["grad"] = grad.square().sum().item() / 1000
    return result
