# expect: accepted
import numpy as np


def rotate(matrix):
    if matrix.ndim != 2:
        raise ValueError("two axes, please")
    m, n = matrix.shape
    i, j = np.indices((n, m))
    return matrix[m - 1 - j, i]
