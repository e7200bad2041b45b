import numpy as np


def conv2d(x: np.ndarray, k: np.ndarray, stride: int = 1, padding: int = 0) -> np.ndarray:
    # x: (N, C, H, W), k: (K, C, kh, kw) -> (N, K, H2, W2)
    ...
