# expect: wrong_answer
# Divides by a total of 0.
import numpy as np


def choose_centers(X, draws):
    N = len(X)
    chosen = [int(draws[0] * N)]
    d2 = ((X - X[chosen[0]]) ** 2).sum(axis=1)
    for u in draws[1:]:
        i = int(np.searchsorted(np.cumsum(d2 / d2.sum()), u, side="right"))
        chosen.append(i)
        d2 = np.minimum(d2, ((X - X[i]) ** 2).sum(axis=1))
    return np.array(chosen, dtype=np.int64)
