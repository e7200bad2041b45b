import numpy as np


def pca(X: np.ndarray, k: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    # X: (N, d) -> components (k, d), explained_variance (k,), Z (N, k)
    ...
