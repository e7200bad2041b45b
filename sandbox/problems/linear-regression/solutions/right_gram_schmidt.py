# expect: accepted
import numpy as np


def orthogonal(columns):
    """Modified Gram-Schmidt, twice; columns that depend on earlier ones are left out."""
    basis, kept = [], []
    for index, column in enumerate(columns):
        rest = column.copy()
        for _ in range(2):
            for q in basis:
                rest -= (q @ rest) * q
        size = np.linalg.norm(rest)
        if size > 1e-9 * np.linalg.norm(column) and size > 0:
            basis.append(rest / size)
            kept.append(index)
    return basis, kept


class LinearRegression:
    def __init__(self, fit_intercept=True):
        self.fit_intercept = fit_intercept

    def fit(self, X, y):
        columns = [np.array(column) for column in X.T]
        if self.fit_intercept:
            columns.insert(0, np.ones(len(X)))
        basis, kept = orthogonal(columns)
        R = np.array([[q @ columns[index] for index in kept] for q in basis])
        theta = np.zeros(len(columns))
        theta[kept] = np.linalg.solve(np.triu(R), np.array([q @ y for q in basis]))
        bias, self.coef_ = (theta[0], theta[1:]) if self.fit_intercept else (0.0, theta)
        self.intercept_ = float(bias)
        return self

    def predict(self, X):
        out = np.full(len(X), self.intercept_)
        for w, column in zip(self.coef_, X.T):
            out += w * column
        return out
