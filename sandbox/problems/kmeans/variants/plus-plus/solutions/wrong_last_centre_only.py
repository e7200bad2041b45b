# expect: wrong_answer
# Distances to the last centre alone.
import numpy as np


def choose_centers(X, draws):
    N = len(X)
    chosen = [int(draws[0] * N)]
    d2 = ((X - X[chosen[0]]) ** 2).sum(axis=1)
    for u in draws[1:]:
        total = d2.sum()
        if total == 0:
            i = int(u * N)
        else:
            i = int(np.searchsorted(np.cumsum(d2), u * total, side="right"))
        chosen.append(i)
        d2 = ((X - X[i]) ** 2).sum(axis=1)
    return np.array(chosen, dtype=np.int64)
