# expect: accepted
import numpy as np


def softplus(x):
    small = np.exp(-np.abs(x))
    return np.where(x > 0, x, 0) + np.log1p(small)


def dpo_loss(pi_w: np.ndarray, pi_l: np.ndarray, ref_w: np.ndarray, ref_l: np.ndarray, beta: float = 0.1) -> float:
    if pi_w.size < 1:
        raise ValueError
    reward_w, reward_l = beta * (pi_w - ref_w), beta * (pi_l - ref_l)
    return softplus(reward_l - reward_w).mean()
