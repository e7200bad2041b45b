# expect: time_limit
# Right, but one sample at a time.
import math

import numpy as np


def sigmoid(z):
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    e = math.exp(z)
    return e / (1 + e)


class LogisticRegression:
    def __init__(self, lr=0.1, n_iters=1000):
        self.lr, self.n_iters = lr, n_iters

    def score(self, x):
        return sigmoid(x @ self.coef_ + self.intercept_)

    def fit(self, X, y):
        N, D = X.shape
        self.coef_, self.intercept_ = np.zeros(D), 0.0
        for _ in range(self.n_iters):
            dw, db = np.zeros(D), 0.0
            for x, t in zip(X, y):
                error = self.score(x) - t
                dw += error * x
                db += error
            self.coef_ -= self.lr * dw / N
            self.intercept_ -= self.lr * db / N
        return self

    def predict_proba(self, X):
        return np.array([self.score(x) for x in X])

    def predict(self, X):
        return np.array([int(self.score(x) >= 0.5) for x in X])
