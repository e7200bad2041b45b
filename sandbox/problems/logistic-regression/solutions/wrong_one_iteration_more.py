# expect: wrong_answer
import numpy as np


def sigmoid(z):
    out = np.empty_like(z)
    positive = z >= 0
    out[positive] = 1 / (1 + np.exp(-z[positive]))
    e = np.exp(z[~positive])
    out[~positive] = e / (1 + e)
    return out


class LogisticRegression:
    def __init__(self, lr=0.1, n_iters=1000):
        self.lr = lr
        self.n_iters = n_iters

    def fit(self, X, y):
        N, D = X.shape
        self.coef_ = np.zeros(D)
        self.intercept_ = 0.0
        for _ in range(self.n_iters + 1):
            p = sigmoid(X @ self.coef_ + self.intercept_)
            self.coef_ -= self.lr * X.T @ (p - y) / N
            self.intercept_ -= self.lr * np.mean(p - y)
        return self

    def predict_proba(self, X):
        return sigmoid(X @ self.coef_ + self.intercept_)

    def predict(self, X):
        return (self.predict_proba(X) >= 0.5).astype(np.int64)
