# expect: accepted
import numpy as np


def magnitude(a):
    gy, gx = np.gradient(a)
    return np.sqrt(gx**2 + gy**2)


def matting_metrics(pred, gt, trimap=None):
    mask = np.ones(gt.shape, dtype=bool) if trimap is None else trimap == 128
    n = int(mask.sum())
    if n == 0:
        return {"sad": 0.0, "mad": 0.0, "mse": 0.0, "grad": 0.0}
    diff = (pred - gt)[mask]
    grad = (magnitude(pred) - magnitude(gt))[mask]
    sad = np.abs(diff).sum()
    return {
        "sad": float(sad / 1000),
        "mad": float(sad / n),
        "mse": float((diff**2).sum() / n),
        "grad": float((grad**2).sum() / 1000),
    }
