import numpy as np


def mixup(
    x: np.ndarray, y: np.ndarray, alpha: float, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
    # x: (N, ...), y: (N,) or (N, K) -> mixed_x, y_a, y_b, lam
    ...
