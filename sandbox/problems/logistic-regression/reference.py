"""The update rule with a sigmoid that only ever takes exp of what is not positive."""

import numpy as np


def sigmoid(z):
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + small), small / (1 + small))


class LogisticRegression:
    def __init__(self, lr=0.1, n_iters=1000):
        self.lr = lr
        self.n_iters = n_iters

    def fit(self, X, y):
        w, b = np.zeros(X.shape[1]), 0.0
        for _ in range(self.n_iters):
            error = sigmoid(X @ w + b) - y
            w = w - self.lr * (X.T @ error) / len(y)
            b = b - self.lr * error.mean()
        self.coef_, self.intercept_ = w, float(b)
        return self

    def predict_proba(self, X):
        return sigmoid(X @ self.coef_ + self.intercept_)

    def predict(self, X):
        return (self.predict_proba(X) >= 0.5).astype(np.int64)
