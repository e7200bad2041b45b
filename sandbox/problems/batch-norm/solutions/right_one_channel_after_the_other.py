# expect: accepted
import numpy as np


class Statistics:
    def __init__(self, values):
        if values.size == 1:
            raise ValueError("one value")
        self.mean = values.mean()
        self.var = np.square(values - self.mean).mean()
        self.unbiased = self.var * values.size / (values.size - 1)


def batch_norm(x, running_mean, running_var, gamma, beta, training, momentum=0.1, eps=1e-5):
    out = np.empty(x.shape, x.dtype)
    means = None if running_mean is None else running_mean.astype(x.dtype, copy=True)
    variances = None if running_var is None else running_var.astype(x.dtype, copy=True)
    for c in range(x.shape[1]):
        values = x[:, c]
        if training or means is None:
            found = Statistics(values)
            mean, var = found.mean, found.var
            if means is not None:
                means[c] = means[c] * (1 - momentum) + momentum * found.mean
                variances[c] = variances[c] * (1 - momentum) + momentum * found.unbiased
        else:
            mean, var = means[c], variances[c]
        out[:, c] = (values - mean) / (var + eps) ** 0.5 * gamma[c] + beta[c]
    return out, means, variances
