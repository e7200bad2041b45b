# expect: accepted
import numpy as np


class LogisticRegression:
    """The bias is the last entry of one parameter vector."""

    def __init__(self, lr: float = 0.1, n_iters: int = 1000) -> None:
        self.lr, self.n_iters = lr, n_iters
        self.theta = None

    @staticmethod
    def _augment(X):
        return np.concatenate([X, np.ones((X.shape[0], 1))], axis=1)

    @staticmethod
    def _sigmoid(z):
        return np.exp(-np.logaddexp(0, -z))

    def fit(self, X, y):
        A = self._augment(X)
        self.theta = np.zeros(A.shape[1])
        for _ in range(self.n_iters):
            self.theta = self.theta - self.lr * (self._sigmoid(A @ self.theta) - y) @ A / len(A)
        return self

    @property
    def coef_(self):
        return self.theta[:-1]

    @property
    def intercept_(self):
        return self.theta[-1]

    def predict_proba(self, X):
        return self._sigmoid(self._augment(X) @ self.theta)

    def predict(self, X):
        return np.where(self.predict_proba(X) >= 0.5, 1, 0)
