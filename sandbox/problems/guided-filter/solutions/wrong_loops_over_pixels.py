# expect: time_limit
# Right, but cuts every window out.
import numpy as np


def guided_filter(I, p, r, eps):
    H, W = I.shape

    def mean(x):
        out = np.empty((H, W))
        for i in range(H):
            for j in range(W):
                out[i, j] = x[max(0, i - r) : i + r + 1, max(0, j - r) : j + r + 1].mean()
        return out

    mI, mp = mean(I), mean(p)
    a = (mean(I * p) - mI * mp) / (mean(I * I) - mI * mI + eps)
    b = mp - a * mI
    return mean(a) * I + mean(b)
