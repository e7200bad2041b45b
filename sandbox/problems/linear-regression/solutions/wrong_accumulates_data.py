# expect: wrong_answer
# Adds the new rows to those of the last fit.
import numpy as np


class LinearRegression:
    def __init__(self, fit_intercept=True):
        self.fit_intercept = fit_intercept

    def fit(self, X, y):
        if hasattr(self, "seen") and self.seen[0].shape[1] == X.shape[1]:
            X, y = np.vstack([self.seen[0], X]), np.concatenate([self.seen[1], y])
        self.seen = X, y
        A = np.hstack([X, np.ones((X.shape[0], 1))]) if self.fit_intercept else X
        theta = np.linalg.pinv(A) @ y
        if self.fit_intercept:
            self.coef_, self.intercept_ = theta[:-1], theta[-1]
        else:
            self.coef_, self.intercept_ = theta, 0.0
        return self

    def predict(self, X):
        return X @ self.coef_ + self.intercept_
