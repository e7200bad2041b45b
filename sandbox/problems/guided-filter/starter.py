import numpy as np


def guided_filter(I: np.ndarray, p: np.ndarray, r: int, eps: float) -> np.ndarray:
    # I, p: (H, W) -> (H, W)
    ...
