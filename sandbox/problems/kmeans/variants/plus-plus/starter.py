import numpy as np


def choose_centers(X: np.ndarray, draws: np.ndarray) -> np.ndarray:
    # X: (N, D), draws: (k,) in [0, 1) -> (k,) indices of points
    ...
