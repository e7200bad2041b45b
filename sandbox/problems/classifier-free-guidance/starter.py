import numpy as np


def cfg(
    eps_uncond: np.ndarray, eps_cond: np.ndarray, scale: float | np.ndarray, rescale: float = 0.0
) -> np.ndarray:
    # eps_uncond, eps_cond: (B, ...), scale: a float or (B,)
    ...
