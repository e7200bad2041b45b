# expect: accepted
import numpy as np


class KNN:
    """Processes the test rows in blocks; labels are numbered for the vote."""

    BLOCK = 64

    def __init__(self, k):
        self.k = k

    def fit(self, X, y):
        if not 1 <= self.k <= X.shape[0]:
            raise ValueError(f"k={self.k} for {X.shape[0]} rows")
        self.X = X
        self.classes, self.y = np.unique(y, return_inverse=True)
        return self

    def predict(self, X):
        parts = [self._block(X[i : i + self.BLOCK]) for i in range(0, len(X), self.BLOCK)]
        return np.concatenate(parts) if parts else np.array([], dtype=np.int64)

    def _block(self, A):
        d = np.zeros((len(A), len(self.X)))
        for a, x in zip(A.T, self.X.T):
            d += (a[:, None] - x) ** 2
        near = np.lexsort((np.broadcast_to(np.arange(d.shape[1]), d.shape), d), axis=1)[:, : self.k]
        votes = np.zeros((len(A), len(self.classes)), dtype=int)
        np.add.at(votes, (np.arange(len(A))[:, None], self.y[near]), 1)
        return self.classes[votes.argmax(1)]


def knn_predict(X_train, y_train, X_test, k):
    return KNN(k).fit(X_train, y_train).predict(X_test)
