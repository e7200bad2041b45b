import numpy as np


def mae(y_true: np.ndarray, y_pred: np.ndarray) -> float:
    # arrays of the same shape, any dtype that holds numbers
    ...
