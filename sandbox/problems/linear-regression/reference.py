"""Least squares by the singular values of the standardised columns."""

import numpy as np


class LinearRegression:
    def __init__(self, fit_intercept=True):
        self.fit_intercept = fit_intercept

    def fit(self, X, y):
        means = X.mean(axis=0) if self.fit_intercept else np.zeros(X.shape[1])
        centre = y.mean() if self.fit_intercept else 0.0
        centred = X - means
        scales = np.abs(centred).max(axis=0)
        # What is left of a constant column is rounding, and no direction to fit along.
        scales[scales <= 1e-12 * np.abs(means)] = np.inf
        self.coef_ = np.linalg.lstsq(centred / scales, y - centre, rcond=1e-10)[0] / scales
        self.intercept_ = float(centre - means @ self.coef_)
        return self

    def predict(self, X):
        return X @ self.coef_ + self.intercept_
