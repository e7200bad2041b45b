# expect: time_limit
# Right, but one point at a time.
import numpy as np


def kmeans(X, init_centers, max_iters=100):
    centers = init_centers.copy()

    def nearest(x):
        d2 = [float(((x - c) ** 2).sum()) for c in centers]
        j = min(range(len(d2)), key=d2.__getitem__)
        return j, d2[j]

    for _ in range(max_iters):
        labels = np.array([nearest(x)[0] for x in X])
        for j in range(len(centers)):
            if np.any(labels == j):
                centers[j] = X[labels == j].mean(axis=0)
    found = [nearest(x) for x in X]
    return centers, np.array([j for j, _ in found]), sum(d for _, d in found)
