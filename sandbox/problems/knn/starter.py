import numpy as np


def knn_predict(X_train: np.ndarray, y_train: np.ndarray, X_test: np.ndarray, k: int) -> np.ndarray:
    # X_train: (N, D), y_train: (N,), X_test: (M, D) -> (M,) int64
    ...
