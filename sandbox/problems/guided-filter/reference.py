"""Window sums as products with 0/1 band matrices: no differences of large sums, and the same code for every r."""

import numpy as np


def band(n, r):
    places = np.arange(n)
    return (np.abs(places[:, None] - places) <= r).astype(np.float64)


def guided_filter(I, p, r, eps):  # noqa: E741
    down, across = (band(n, r) for n in I.shape)
    count = np.outer(down.sum(axis=1), across.sum(axis=1))

    def mean(x):
        return down @ x @ across / count

    mean_guide, mean_input = mean(I), mean(p)
    a = (mean(I * p) - mean_guide * mean_input) / (mean(I * I) - mean_guide**2 + eps)
    b = mean_input - a * mean_guide
    return mean(a) * I + mean(b)
