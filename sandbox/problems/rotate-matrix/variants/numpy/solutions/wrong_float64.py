# expect: wrong_answer
import numpy as np


def rotate(matrix):
    if matrix.ndim != 2:
        raise ValueError("two axes, please")
    m, n = matrix.shape
    out = np.zeros((n, m))
    out[:] = matrix.T[:, ::-1]
    return out
