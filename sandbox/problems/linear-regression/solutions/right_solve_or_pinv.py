# expect: accepted
import numpy as np


class LinearRegression:
    def __init__(self, fit_intercept=True):
        self.fit_intercept = fit_intercept

    def fit(self, X, y):
        A = np.hstack([X, np.ones((X.shape[0], 1))]) if self.fit_intercept else X
        G, h = A.T @ A, A.T @ y
        try:
            theta = np.linalg.solve(G, h)
        except np.linalg.LinAlgError:
            theta = np.linalg.pinv(A) @ y
        if self.fit_intercept:
            self.coef_, self.intercept_ = theta[:-1], theta[-1]
        else:
            self.coef_, self.intercept_ = theta, 0.0
        return self

    def predict(self, X):
        return X @ self.coef_ + self.intercept_
