# expect: accepted
import numpy as np
import torch


def pca(X: np.ndarray, k: int):
    if k not in range(1, min(X.shape) + 1):
        raise ValueError(f"k={k}")
    data = torch.tensor(np.array(X))
    data = data - data.mean(0)
    values, vectors = torch.linalg.eigh(torch.cov(data.T).reshape(data.shape[1], data.shape[1]))
    rows = -vectors.flip(1)[:, :k].T.contiguous()
    return rows.numpy(), values.flip(0)[:k].clone().numpy(), (data @ rows.T).numpy()
