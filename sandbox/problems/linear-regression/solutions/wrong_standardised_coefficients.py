# expect: wrong_answer
# The coefficients are those of the standardised columns.
import numpy as np


class LinearRegression:
    def __init__(self, fit_intercept=True):
        self.fit_intercept = fit_intercept

    def fit(self, X, y):
        self.mean, self.std = X.mean(axis=0), X.std(axis=0)
        self.std[self.std == 0] = 1
        X = (X - self.mean) / self.std if self.fit_intercept else X
        A = np.hstack([X, np.ones((X.shape[0], 1))]) if self.fit_intercept else X
        theta = np.linalg.pinv(A) @ y
        if self.fit_intercept:
            self.coef_, self.intercept_ = theta[:-1], theta[-1]
        else:
            self.coef_, self.intercept_ = theta, 0.0
        return self

    def predict(self, X):
        if self.fit_intercept:
            X = (X - self.mean) / self.std
        return X @ self.coef_ + self.intercept_
