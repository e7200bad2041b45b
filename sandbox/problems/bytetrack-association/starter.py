import numpy as np


def byte_associate(
    track_boxes: np.ndarray,
    det_boxes: np.ndarray,
    det_scores: np.ndarray,
    high: float = 0.6,
    low: float = 0.1,
    iou_high: float = 0.2,
    iou_low: float = 0.5,
) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    # track_boxes: (T, 4), det_boxes: (D, 4), det_scores: (D,)
    ...
