# expect: wrong_answer
import numpy as np


def rotate(matrix):
    if matrix.ndim != 2:
        raise ValueError("two axes, please")
    n = matrix.shape[0]
    out = np.zeros((n, n), matrix.dtype)
    for r in range(n):
        out[:, n - 1 - r] = matrix[r, :n] if matrix.shape[1] >= n else np.resize(matrix[r], n)
    return out
