import numpy as np


def softmax_rows(x: np.ndarray) -> np.ndarray: ...
