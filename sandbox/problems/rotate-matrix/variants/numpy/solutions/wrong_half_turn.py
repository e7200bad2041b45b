# expect: wrong_answer
import numpy as np


def rotate(matrix):
    if matrix.ndim != 2:
        raise ValueError("two axes, please")
    return matrix[::-1, ::-1].copy()
