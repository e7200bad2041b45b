import numpy as np


def iou(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    # a: (N, 4), b: (M, 4) float64 -> (N, M) float64
    ...
