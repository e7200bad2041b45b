import numpy as np


def pool1d_backward(
    x: np.ndarray, dy: np.ndarray, kernel_size: int, stride: int, padding: int, mode: str
) -> np.ndarray:
    # x: (N, C, L), dy: (N, C, M), mode: 'max' or 'avg' -> dx (N, C, L)
    ...
