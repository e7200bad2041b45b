import numpy as np


def nms(boxes: np.ndarray, scores: np.ndarray, iou_threshold: float) -> np.ndarray:
    # boxes: (N, 4) float64, scores: (N,) float64 -> (K,) int64
    ...
