# expect: wrong_answer
# L2 instead of L1.
import numpy as np


def composition_loss(alpha_pred, alpha_gt, fg, bg, mask=None):
    alpha_pred = np.clip(alpha_pred, 0, 1)[..., None]
    alpha_gt = alpha_gt[..., None]
    c_pred = alpha_pred * fg + (1 - alpha_pred) * bg
    c_gt = alpha_gt * fg + (1 - alpha_gt) * bg
    diff = (c_pred - c_gt) ** 2
    if mask is None:
        return float(diff.mean())
    if not mask.any():
        return 0.0
    return float(diff[mask].mean())
