# expect: rejected
import numpy as np
import torch


def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError
    data = torch.tensor(X)
    u, s, v = torch.pca_lowrank(data, q=k)
    return v.T.numpy(), (s**2 / (len(X) - 1)).numpy(), ((data - data.mean(0)) @ v).numpy()
