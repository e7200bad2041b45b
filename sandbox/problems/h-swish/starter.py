import numpy as np


def h_swish(x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    # x: float32 or float64, any shape -> (y, dy), same shape and dtype
    ...
