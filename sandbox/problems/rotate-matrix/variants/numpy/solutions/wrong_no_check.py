# expect: wrong_answer
import numpy as np


def rotate(matrix):
    return np.flip(np.swapaxes(matrix, 0, -1), -1).copy() if matrix.ndim > 1 else matrix[::-1].copy()
