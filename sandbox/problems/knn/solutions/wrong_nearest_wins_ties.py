# expect: wrong_answer
# Ties go to the label that comes first: Counter.most_common.
from collections import Counter

import numpy as np


def knn_predict(X_train, y_train, X_test, k):
    N = X_train.shape[0]
    if k < 1 or k > N:
        raise ValueError("k must lie between 1 and N")
    out = np.empty(len(X_test), dtype=np.int64)
    for i, x in enumerate(X_test):
        dist = np.sqrt(((X_train - x) ** 2).sum(axis=1))
        nearest = np.argsort(dist, kind="stable")[:k]
        out[i] = Counter(y_train[nearest].tolist()).most_common(1)[0][0]
    return out
