import numpy as np


def soft_nms(
    boxes: np.ndarray,
    scores: np.ndarray,
    method: str = "gaussian",
    sigma: float = 0.5,
    iou_thr: float = 0.3,
    score_thr: float = 0.001,
) -> tuple[np.ndarray, np.ndarray]:
    # boxes: (N, 4), scores: (N,) -> keep (K,) int64, new_scores (K,) float64
    ...
