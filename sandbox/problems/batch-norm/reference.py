"""In float64, with the variance in two passes."""

import numpy as np


def batch_norm(x, running_mean, running_var, gamma, beta, training, momentum=0.1, eps=1e-5):
    channels = np.moveaxis(x, 1, 0).reshape(x.shape[1], -1).astype(np.float64)  # (C, n)
    n = channels.shape[1]
    tracked = running_mean is not None
    if tracked and not training:
        mean, var = running_mean.astype(np.float64), running_var.astype(np.float64)
        new = running_mean.copy(), running_var.copy()
    else:
        if n == 1:
            raise ValueError("the statistics of a batch need more than one value a channel")
        mean = channels.mean(axis=1)
        squares = ((channels - mean[:, None]) ** 2).sum(axis=1)
        var = squares / n
        new = None, None
        if tracked:
            mixed = [
                (1 - momentum) * old + momentum * now
                for old, now in (
                    (running_mean.astype(np.float64), mean),
                    (running_var.astype(np.float64), squares / (n - 1)),
                )
            ]
            new = mixed[0].astype(x.dtype), mixed[1].astype(x.dtype)
    shape = (1, -1) + (1,) * (x.ndim - 2)
    scale = (gamma / np.sqrt(var + eps)).reshape(shape)
    y = (x - mean.reshape(shape)) * scale + beta.reshape(shape)
    return y.astype(x.dtype), *new
