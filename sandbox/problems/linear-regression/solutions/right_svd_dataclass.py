# expect: accepted
from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass
class LinearRegression:
    fit_intercept: bool = True

    def fit(self, X: np.ndarray, y: np.ndarray) -> LinearRegression:
        shift, base = (X.mean(axis=0), y.mean()) if self.fit_intercept else (0 * X[0], 0.0)
        u, s, vt = np.linalg.svd(X - shift, full_matrices=False)
        good = s > s.max() * 1e-11
        self.coef_ = vt[good].T @ (u[:, good].T @ (y - base) / s[good])
        self.intercept_ = base - shift @ self.coef_ if self.fit_intercept else 0.0
        return self

    def predict(self, X: np.ndarray) -> np.ndarray:
        return self.intercept_ + X @ self.coef_
