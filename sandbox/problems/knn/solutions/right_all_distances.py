# expect: accepted
import numpy as np


def knn_predict(X_train, y_train, X_test, k):
    if not 1 <= k <= len(X_train):
        raise ValueError(k)
    dist = (X_test**2).sum(1)[:, None] - 2 * X_test @ X_train.T + (X_train**2).sum(1)
    nearest = np.argsort(dist, axis=1, kind="stable")[:, :k]
    votes = y_train[nearest]
    labels = np.unique(y_train)
    counts = (votes[:, :, None] == labels).sum(axis=1)
    return labels[counts.argmax(axis=1)]
