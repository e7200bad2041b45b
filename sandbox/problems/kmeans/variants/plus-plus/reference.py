"""The rule as it stands: distances to all chosen centres, the nearest one's square as the weight."""

import numpy as np


def choose_centers(X, draws):
    chosen = [int(draws[0] * len(X))]
    weights = np.full(len(X), np.inf)
    for draw in draws[1:]:
        weights = np.minimum(weights, ((X - X[chosen[-1]]) ** 2).sum(axis=1))
        if weights.any():
            chosen.append(int(np.argmax(np.cumsum(weights) > draw * weights.sum())))
        else:
            chosen.append(int(draw * len(X)))
    return np.array(chosen, dtype=np.int64)
