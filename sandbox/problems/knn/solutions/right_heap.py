# expect: accepted
import heapq
from collections import Counter

import numpy as np


def vote(labels):
    counts = Counter(labels)
    most = max(counts.values())
    return min(label for label, count in counts.items() if count == most)


def knn_predict(X_train, y_train, X_test, k):
    n = len(y_train)
    if k < 1 or k > n:
        raise ValueError("k out of range")

    def one(x):
        distances = np.linalg.norm(X_train - x, axis=1).tolist()
        return vote(y_train[i].item() for _, i in heapq.nsmallest(k, zip(distances, range(n))))

    return np.fromiter(map(one, X_test), dtype=np.int64, count=len(X_test))
