import numpy as np


class LinearRegression:
    def __init__(self, fit_intercept: bool = True) -> None: ...

    def fit(self, X: np.ndarray, y: np.ndarray) -> "LinearRegression":
        # X: (N, D), y: (N,); sets self.coef_ (D,) and self.intercept_
        ...

    def predict(self, X: np.ndarray) -> np.ndarray:
        # X: (M, D) -> (M,)
        ...
