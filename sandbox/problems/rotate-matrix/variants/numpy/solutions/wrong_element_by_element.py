# expect: time_limit
import numpy as np


def rotate(matrix):
    if matrix.ndim != 2:
        raise ValueError("two axes, please")
    m, n = matrix.shape
    out = np.empty((n, m), matrix.dtype)
    for i in range(n):
        for j in range(m):
            out[i, j] = matrix[m - 1 - j, i]
    return out
