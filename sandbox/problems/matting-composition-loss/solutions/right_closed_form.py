# expect: accepted
import numpy as np


def composition_loss(alpha_pred, alpha_gt, fg, bg, mask=None):
    m = np.ones(alpha_gt.shape) if mask is None else mask.astype(float)
    n = m.sum()
    if n == 0:
        return 0
    d = np.minimum(np.maximum(alpha_pred, 0), 1) - alpha_gt
    return np.einsum("hw,hwc->", np.abs(d) * m, np.abs(fg - bg)) / (3 * n)
