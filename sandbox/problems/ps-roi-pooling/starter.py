import numpy as np


def ps_roi_pool(score_maps: np.ndarray, rois: np.ndarray, k: int) -> np.ndarray:
    # score_maps: (C * k * k, H, W) float64, rois: (R, 4) int64 x1, y1, x2, y2 -> (R, C) float64
    ...
