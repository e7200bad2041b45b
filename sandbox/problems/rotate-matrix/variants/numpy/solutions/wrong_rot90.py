# expect: rejected
import numpy as np


def rotate(matrix):
    if matrix.ndim != 2:
        raise ValueError("two axes, please")
    return np.rot90(matrix, -1).copy()
