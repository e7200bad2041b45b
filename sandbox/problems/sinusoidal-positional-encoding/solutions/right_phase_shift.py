# expect: accepted
import numpy as np


def sinusoidal_pe(n: int, d: int, scale: float = 1.0) -> np.ndarray:
    """cos(a) = sin(a + pi / 2)."""
    if n < 0:
        raise ValueError("negative number of positions")
    if d <= 0:
        raise ValueError("width must be positive")
    column = np.arange(d)
    angle = np.outer(np.arange(n, dtype=np.float64) * scale, 10000.0 ** -(2 * (column // 2) / d))
    return np.where(column % 2 == 0, np.sin(angle), np.cos(angle))
