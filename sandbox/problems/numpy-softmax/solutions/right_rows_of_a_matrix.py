# expect: accepted
# Moves the axis to the end and works on a matrix.
import numpy as np


def softmax(x, axis=-1):
    moved = np.moveaxis(x, axis, -1)
    rows = moved.reshape(int(np.prod(moved.shape[:-1], dtype=int)), moved.shape[-1])
    result = np.exp(rows - rows.max(1)[:, None])
    result /= result.sum(1)[:, None]
    return np.moveaxis(result.reshape(moved.shape), -1, axis)
