import numpy as np


def patchify(img: np.ndarray, p: int) -> np.ndarray:
    # (B, C, H, W) -> (B, (H/p) * (W/p), p*p*C)
    ...
