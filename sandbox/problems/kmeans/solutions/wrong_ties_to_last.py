# expect: wrong_answer
# Ties go to the highest index.
import numpy as np


def assign(X, centers):
    d2 = ((X[:, None, :] - centers[None, :, :]) ** 2).sum(axis=2)
    return d2.shape[1] - 1 - d2[:, ::-1].argmin(axis=1), d2


def kmeans(X, init_centers, max_iters=100):
    centers = init_centers.copy()
    for _ in range(max_iters):
        labels, _ = assign(X, centers)
        for j in range(len(centers)):
            members = X[labels == j]
            if len(members) > 0:
                centers[j] = members.mean(axis=0)
    labels, d2 = assign(X, centers)
    return centers, labels, float(d2.min(axis=1).sum())
