import numpy as np


def patch_orientation_hist(img: np.ndarray, k: int) -> np.ndarray:
    # img: (H, W) -> (H // k, W // k, 9)
    ...
