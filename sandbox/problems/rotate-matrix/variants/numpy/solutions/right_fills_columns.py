# expect: accepted
import numpy as np


def rotate(matrix):
    if matrix.ndim != 2:
        raise ValueError("two axes, please")
    out = np.empty(matrix.shape[::-1], dtype=matrix.dtype)
    for r, row in enumerate(matrix):
        out[:, len(matrix) - 1 - r] = row
    return out
