# expect: wrong_answer
# Writes the update into the arguments.
import numpy as np


def batch_norm(x, running_mean, running_var, gamma, beta, training, momentum=0.1, eps=1e-5):
    axes = (0,) if x.ndim == 2 else (0, 2, 3)
    shape = (1, -1) if x.ndim == 2 else (1, -1, 1, 1)
    n = x.size // x.shape[1]
    if training or running_mean is None:
        if n == 1:
            raise ValueError("need more than one value per channel")
        mean = x.mean(axis=axes)
        var = x.var(axis=axes)
        if running_mean is None:
            new_mean, new_var = None, None
        else:
            running_mean *= 1 - momentum
            running_mean += momentum * mean
            running_var *= 1 - momentum
            running_var += momentum * var * n / (n - 1)
            new_mean, new_var = running_mean.copy(), running_var.copy()
    else:
        mean, var = running_mean, running_var
        new_mean, new_var = running_mean.copy(), running_var.copy()
    y = (x - mean.reshape(shape)) / np.sqrt(var.reshape(shape) + eps)
    y = y * gamma.reshape(shape) + beta.reshape(shape)
    return y, new_mean, new_var
