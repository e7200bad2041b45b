# expect: wrong_answer
# The inertia for the centres before the last update.
import numpy as np


def assign(X, centers):
    d2 = ((X[:, None, :] - centers[None, :, :]) ** 2).sum(axis=2)
    return d2.argmin(axis=1), d2


def kmeans(X, init_centers, max_iters=100):
    centers = init_centers.copy()
    for _ in range(max_iters):
        labels, before = assign(X, centers)
        for j in range(len(centers)):
            members = X[labels == j]
            if len(members) > 0:
                centers[j] = members.mean(axis=0)
    labels, d2 = assign(X, centers)
    return centers, labels, float((before if max_iters else d2).min(axis=1).sum())
