import numpy as np


class LogisticRegression:
    def __init__(self, lr: float = 0.1, n_iters: int = 1000) -> None: ...

    def fit(self, X: np.ndarray, y: np.ndarray) -> "LogisticRegression":
        # X: (N, D), y: (N,) of 0 and 1; sets self.coef_ (D,) and self.intercept_
        ...

    def predict_proba(self, X: np.ndarray) -> np.ndarray:
        # X: (M, D) -> (M,) float64
        ...

    def predict(self, X: np.ndarray) -> np.ndarray:
        # X: (M, D) -> (M,) int64
        ...
