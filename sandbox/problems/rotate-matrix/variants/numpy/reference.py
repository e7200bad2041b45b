"""Element by element; what numpy itself does for large ones."""

import numpy as np


def rotate(matrix):
    if matrix.ndim != 2:
        raise ValueError(f"matrix must have two axes, has {matrix.ndim}")
    if matrix.size > 1000:
        return np.rot90(matrix, -1).copy()
    m, n = matrix.shape
    out = np.empty((n, m), matrix.dtype)
    for i in range(n):
        for j in range(m):
            out[i, j] = matrix[m - 1 - j, i]
    return out
