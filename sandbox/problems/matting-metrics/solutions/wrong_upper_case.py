# expect: wrong_answer
# Keys in capitals.
import numpy as np


def magnitude(a):
    gy, gx = np.gradient(a)
    return np.sqrt(gx**2 + gy**2)


def matting_metrics(pred, gt, trimap=None):
    mask = np.ones(gt.shape, dtype=bool) if trimap is None else trimap == 128
    n = int(mask.sum())
    if n == 0:
        return {"SAD": 0.0, "MAD": 0.0, "MSE": 0.0, "GRAD": 0.0}
    diff = (pred - gt)[mask]
    grad = (magnitude(pred) - magnitude(gt))[mask]
    sad = np.abs(diff).sum()
    return {
        "SAD": float(sad / 1000),
        "MAD": float(sad / n),
        "MSE": float((diff**2).sum() / n),
        "GRAD": float((grad**2).sum() / 1000),
    }
