import numpy as np


def sinusoidal_pe(n: int, d: int, scale: float = 1.0) -> np.ndarray:
    # -> (n, d) float64
    ...
