# expect: wrong_answer
# Clips the result to [0, 1].
import numpy as np


def guided_filter(I, p, r, eps):
    H, W = I.shape
    top, bottom = np.maximum(np.arange(H) - r, 0), np.minimum(np.arange(H) + r + 1, H)
    left, right = np.maximum(np.arange(W) - r, 0), np.minimum(np.arange(W) + r + 1, W)
    count = (bottom - top)[:, None] * (right - left)

    def mean(x):
        s = np.zeros((H + 1, W + 1))
        s[1:, 1:] = x.cumsum(0).cumsum(1)
        rows = s[bottom] - s[top]
        return (rows[:, right] - rows[:, left]) / count

    mI, mp = mean(I), mean(p)
    a = (mean(I * p) - mI * mp) / (mean(I * I) - mI * mI + eps)
    b = mp - a * mI
    return np.clip(mean(a) * I + mean(b), 0, 1)
