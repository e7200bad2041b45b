# expect: accepted
import numpy as np


def indices(X, draws):
    nearest = np.full(X.shape[0], np.inf)
    for u in draws:
        total = nearest.sum()
        if np.isinf(total) or total == 0:
            i = int(np.floor(u * X.shape[0]))
        else:
            i = np.flatnonzero(np.cumsum(nearest) > u * total)[0]
        yield int(i)
        difference = X - X[i]
        nearest = np.minimum(nearest, np.einsum("nd,nd->n", difference, difference))


def choose_centers(X, draws):
    return np.fromiter(indices(X, draws), dtype=np.int64)
