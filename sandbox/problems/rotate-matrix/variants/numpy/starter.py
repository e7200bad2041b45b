import numpy as np


def rotate(matrix: np.ndarray) -> np.ndarray:
    ...
