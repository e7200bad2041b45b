# expect: rejected
import numpy as np


def rotate(matrix):
    matrix[:] = np.rot90(np.array(matrix), -1).tolist()
