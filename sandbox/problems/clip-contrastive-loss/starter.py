import numpy as np


def clip_loss(img: np.ndarray, txt: np.ndarray, temperature: float = 0.07) -> float:
    # img, txt: (N, D)
    ...
