import numpy as np


def mean_average_precision(
    det_boxes: np.ndarray,
    det_scores: np.ndarray,
    det_labels: np.ndarray,
    det_images: np.ndarray,
    gt_boxes: np.ndarray,
    gt_labels: np.ndarray,
    gt_images: np.ndarray,
    iou_thr: float = 0.5,
) -> float:
    # det_boxes: (D, 4), det_scores / det_labels / det_images: (D,)
    # gt_boxes: (G, 4), gt_labels / gt_images: (G,)
    ...
