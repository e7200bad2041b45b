"""np.gradient, a boolean mask and sums."""

import numpy as np


def matting_metrics(pred, gt, trimap=None):
    unknown = np.ones(gt.shape, dtype=bool) if trimap is None else trimap == 128
    n = np.count_nonzero(unknown)
    if n == 0:
        return dict.fromkeys(("sad", "mad", "mse", "grad"), 0.0)
    lengths = [np.hypot(*np.gradient(alpha)) for alpha in (pred, gt)]
    absolute, gradient = np.abs(pred - gt)[unknown], (lengths[0] - lengths[1])[unknown]
    return {
        "sad": float(absolute.sum() / 1000),
        "mad": float(absolute.mean()),
        "mse": float((absolute**2).mean()),
        "grad": float((gradient**2).sum() / 1000),
    }
