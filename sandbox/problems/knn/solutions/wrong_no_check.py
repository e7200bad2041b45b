# expect: wrong_answer
# Takes what there is when k > N.
import numpy as np


def knn_predict(X_train, y_train, X_test, k):
    N = X_train.shape[0]
    if k < 1:
        raise ValueError("k must be positive")
    out = np.empty(len(X_test), dtype=np.int64)
    for i, x in enumerate(X_test):
        dist = np.sqrt(((X_train - x) ** 2).sum(axis=1))
        nearest = np.argsort(dist, kind="stable")[:k]
        labels, counts = np.unique(y_train[nearest], return_counts=True)
        out[i] = labels[np.argmax(counts)]
    return out
