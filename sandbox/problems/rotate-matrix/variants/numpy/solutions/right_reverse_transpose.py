# expect: accepted
import numpy as np


def rotate(matrix):
    if matrix.ndim != 2:
        raise ValueError("two axes, please")
    return np.ascontiguousarray(np.transpose(np.flipud(matrix))).copy()
