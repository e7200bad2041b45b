import numpy as np


def optimizer_step(
    method: str,
    w: np.ndarray,
    g: np.ndarray,
    state: dict,
    lr: float,
    momentum: float = 0.9,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
    weight_decay: float = 0.0,
) -> tuple[np.ndarray, dict]:
    # method: 'sgd', 'momentum' or 'adam'; state: {} or what the last step returned -> new w, new state
    ...
