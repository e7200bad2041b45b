import numpy as np


def composition_loss(
    alpha_pred: np.ndarray,
    alpha_gt: np.ndarray,
    fg: np.ndarray,
    bg: np.ndarray,
    mask: np.ndarray | None = None,
) -> float:
    # alpha_pred, alpha_gt, mask: (H, W); fg, bg: (H, W, 3)
    ...
