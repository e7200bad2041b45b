# expect: time_limit
# Right, but every distance by itself.
import math

import numpy as np


def knn_predict(X_train, y_train, X_test, k):
    if not 1 <= k <= len(X_train):
        raise ValueError(k)
    rows, labels = X_train.tolist(), y_train.tolist()
    out = []
    for x in X_test.tolist():
        order = sorted(range(len(rows)), key=lambda i: math.dist(rows[i], x))[:k]
        votes = [labels[i] for i in order]
        out.append(min(set(votes), key=lambda label: (-votes.count(label), label)))
    return np.array(out, dtype=np.int64)
