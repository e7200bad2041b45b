# expect: wrong_answer
import numpy as np


def rotate(matrix):
    if matrix.ndim != 2:
        raise ValueError("two axes, please")
    matrix[:] = matrix[::-1].copy()
    return matrix.T.copy()
