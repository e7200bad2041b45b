import numpy as np


def matting_metrics(pred: np.ndarray, gt: np.ndarray, trimap: np.ndarray | None = None) -> dict[str, float]:
    # pred, gt, trimap: (H, W)
    ...
