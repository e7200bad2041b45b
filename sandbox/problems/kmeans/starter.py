import numpy as np


def kmeans(X: np.ndarray, init_centers: np.ndarray, max_iters: int = 100) -> tuple[np.ndarray, np.ndarray, float]:
    # X: (N, D), init_centers: (k, D) -> centers (k, D), labels (N,), inertia
    ...
