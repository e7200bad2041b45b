# expect: wrong_answer
# Fixed rate and steps: far from the minimum, or diverging.
import numpy as np


class LinearRegression:
    """Gradient descent on the columns as they are."""

    def __init__(self, fit_intercept=True, lr=0.01, n_iters=1000):
        self.fit_intercept, self.lr, self.n_iters = fit_intercept, lr, n_iters

    def fit(self, X, y):
        N, D = X.shape
        self.coef_, self.intercept_ = np.zeros(D), 0.0
        for _ in range(self.n_iters):
            error = X @ self.coef_ + self.intercept_ - y
            self.coef_ -= self.lr * X.T @ error / N
            if self.fit_intercept:
                self.intercept_ -= self.lr * error.mean()
        return self

    def predict(self, X):
        return X @ self.coef_ + self.intercept_
