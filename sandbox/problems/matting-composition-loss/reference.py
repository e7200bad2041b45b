"""The difference of composites is (alpha_pred - alpha_gt) * (fg - bg)."""

import numpy as np


def composition_loss(alpha_pred, alpha_gt, fg, bg, mask=None):
    if mask is None:
        mask = np.ones(alpha_gt.shape, dtype=bool)
    if not mask.any():
        return 0.0
    difference = np.abs(np.clip(alpha_pred, 0, 1) - alpha_gt)[..., None] * np.abs(fg - bg)
    return float(difference[mask].mean())
