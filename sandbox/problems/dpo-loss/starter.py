import numpy as np


def dpo_loss(
    pi_w: np.ndarray, pi_l: np.ndarray, ref_w: np.ndarray, ref_l: np.ndarray, beta: float = 0.1
) -> float:
    # all four: (N,)
    ...
