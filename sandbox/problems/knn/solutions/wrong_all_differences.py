# expect: memory_limit
# An array (M, N, D).
import numpy as np


def knn_predict(X_train, y_train, X_test, k):
    if not 1 <= k <= len(X_train):
        raise ValueError(k)
    dist = ((X_test[:, None, :] - X_train[None, :, :]) ** 2).sum(axis=-1)
    nearest = np.argsort(dist, axis=1, kind="stable")[:, :k]
    votes = y_train[nearest]
    labels = np.unique(y_train)
    counts = (votes[:, :, None] == labels).sum(axis=1)
    return labels[counts.argmax(axis=1)]
