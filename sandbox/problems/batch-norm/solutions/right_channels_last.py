# expect: accepted
import numpy as np


def batch_norm(x, running_mean, running_var, gamma, beta, training, momentum=0.1, eps=1e-5):
    flat = np.moveaxis(x, 1, -1)
    tracked = running_mean is not None
    use_batch = training or not tracked
    if use_batch:
        rows = flat.reshape(-1, x.shape[1])
        if len(rows) < 2:
            raise ValueError("batch statistics of one value")
        mean = rows.mean(0, dtype=np.float64)
        centred = rows - mean
        var = np.einsum("nc,nc->c", centred, centred) / len(rows)
        unbiased = np.var(rows, axis=0, ddof=1, dtype=np.float64)
    else:
        mean, var = running_mean, running_var
    scale = gamma / np.sqrt(var + eps)
    y = np.moveaxis((flat - mean) * scale + beta, -1, 1).astype(x.dtype)
    if not tracked:
        return y, None, None
    if not use_batch:
        return y, np.array(running_mean), np.array(running_var)
    new_mean = running_mean + momentum * (mean - running_mean)
    new_var = running_var + momentum * (unbiased - running_var)
    return y, new_mean.astype(x.dtype), new_var.astype(x.dtype)
