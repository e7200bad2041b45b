import numpy as np


def upsample_bilinear(x: np.ndarray, out_h: int, out_w: int, align_corners: bool = False) -> np.ndarray:
    # x: (N, C, H, W) float64 -> (N, C, out_h, out_w)
    ...
