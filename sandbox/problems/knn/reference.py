"""One test row at a time: all rows up to the k-th distance in the order of (distance, index), then the vote."""

import numpy as np


def knn_predict(X_train, y_train, X_test, k):
    if not 1 <= k <= len(X_train):
        raise ValueError(f"k is {k}, with {len(X_train)} training rows")
    out = np.empty(len(X_test), dtype=np.int64)
    for place, row in enumerate(X_test):
        differences = X_train - row
        squares = np.einsum("nd,nd->n", differences, differences)
        candidates = np.flatnonzero(squares <= np.partition(squares, k - 1)[k - 1])
        nearest = candidates[np.argsort(squares[candidates], kind="stable")[:k]]
        labels, votes = np.unique(y_train[nearest], return_counts=True)
        out[place] = labels[votes.argmax()]
    return out
