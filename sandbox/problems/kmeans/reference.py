"""Lloyd's algorithm as it is described, with the squared distances of one centre at a time."""

import numpy as np


def squared_distances(X, centers):
    columns = []
    for center in centers:
        differences = X - center
        columns.append(np.einsum("nd,nd->n", differences, differences))
    return np.stack(columns, axis=1)


def kmeans(X, init_centers, max_iters=100):
    centers = init_centers.copy()
    before = None
    for _ in range(max_iters):
        labels = squared_distances(X, centers).argmin(axis=1)
        if before is not None and np.array_equal(labels, before):
            break
        before = labels
        for index in range(len(centers)):
            if (labels == index).any():
                centers[index] = X[labels == index].mean(axis=0)
    squares = squared_distances(X, centers)
    return centers, squares.argmin(axis=1), float(squares.min(axis=1).sum())
