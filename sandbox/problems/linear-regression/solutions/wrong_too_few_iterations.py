# expect: wrong_answer
# Stops after 100 steps.
import numpy as np


class LinearRegression:
    """Gradient descent on the standardised columns."""

    def __init__(self, fit_intercept=True):
        self.fit_intercept = fit_intercept

    def fit(self, X, y):
        N, D = X.shape
        mu = X.mean(0) if self.fit_intercept else np.zeros(D)
        centre = y.mean() if self.fit_intercept else 0.0
        scale = np.sqrt(((X - mu) ** 2).mean(0))
        scale[scale < 1e-12] = 1.0
        Z, t = (X - mu) / scale, y - centre
        G, h = Z.T @ Z / N, Z.T @ t / N
        rate = 1.0 / max(np.linalg.norm(G, 2), 1e-12)
        w = np.zeros(D)
        for _ in range(100):
            g = G @ w - h
            if np.abs(g).max() <= 1e-13 * (np.abs(h).max() + 1e-30):
                break
            w -= rate * g
        self.coef_ = w / scale
        self.intercept_ = float(centre - mu @ self.coef_) if self.fit_intercept else 0.0
        return self

    def predict(self, X):
        return X.dot(self.coef_) + self.intercept_
