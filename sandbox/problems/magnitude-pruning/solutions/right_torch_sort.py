# expect: accepted
import numpy as np
import torch


def prune_by_magnitude(w: np.ndarray, sparsity: float):
    if sparsity > 1 or sparsity < 0:
        raise ValueError(f"{sparsity=}")
    t = torch.tensor(np.ascontiguousarray(w))
    _, index = torch.sort(t.abs().reshape(-1), stable=True)
    mask = torch.ones(t.numel(), dtype=torch.bool)
    mask[index[: int(round(sparsity * t.numel()))]] = False
    mask = mask.view(t.shape)
    return mask.numpy(), t.masked_fill(~mask, 0).numpy()
