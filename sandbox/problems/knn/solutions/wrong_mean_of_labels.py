# expect: wrong_answer
# Rounds the mean, as a regression would.
import numpy as np


def knn_predict(X_train, y_train, X_test, k):
    N = X_train.shape[0]
    if k < 1 or k > N:
        raise ValueError("k must lie between 1 and N")
    out = np.empty(len(X_test), dtype=np.int64)
    for i, x in enumerate(X_test):
        dist = np.sqrt(((X_train - x) ** 2).sum(axis=1))
        nearest = np.argsort(dist, kind="stable")[:k]
        out[i] = int(np.round(y_train[nearest].mean()))
    return out
