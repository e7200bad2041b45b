# expect: wrong_answer
# Empty centres vanish.
import numpy as np


def assign(X, centers):
    d2 = ((X[:, None, :] - centers[None, :, :]) ** 2).sum(axis=2)
    return d2.argmin(axis=1), d2


def kmeans(X, init_centers, max_iters=100):
    centers = init_centers.copy()
    for _ in range(max_iters):
        labels, _ = assign(X, centers)
        centers = np.array([X[labels == j].mean(axis=0) for j in range(len(centers)) if (labels == j).any()])
    labels, d2 = assign(X, centers)
    return centers, labels, float(d2.min(axis=1).sum())
