# expect: accepted
import numpy as np
import torch


def mixup(x, y, alpha, rng):
    if alpha < 0 or len(x) != len(y):
        raise ValueError("bad arguments")
    lam = 1.0
    if alpha > 0:
        lam = rng.beta(alpha, alpha)
    index = torch.from_numpy(rng.permutation(x.shape[0]))
    tensor = torch.from_numpy(np.ascontiguousarray(x))
    mixed = torch.lerp(tensor[index], tensor, lam)
    return mixed.numpy(), y, np.take(y, index.numpy(), axis=0), float(lam)
