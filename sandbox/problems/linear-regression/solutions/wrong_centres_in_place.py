# expect: wrong_answer
# Takes the mean off the caller's X.
import numpy as np


class LinearRegression:
    def __init__(self, fit_intercept=True):
        self.fit_intercept = fit_intercept

    def fit(self, X, y):
        mean = X.mean(axis=0) if self.fit_intercept else np.zeros(X.shape[1])
        X -= mean
        self.coef_ = np.linalg.pinv(X) @ (y - (y.mean() if self.fit_intercept else 0))
        self.intercept_ = y.mean() - mean @ self.coef_ if self.fit_intercept else 0.0
        return self

    def predict(self, X):
        return X @ self.coef_ + self.intercept_
