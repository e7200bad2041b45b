# expect: accepted
import numpy as np


def derivative(a, axis):
    a = np.moveaxis(a, axis, 0)
    out = np.empty_like(a)
    out[1:-1] = (a[2:] - a[:-2]) / 2
    out[0] = a[1] - a[0]
    out[-1] = a[-1] - a[-2]
    return np.moveaxis(out, 0, axis)


def matting_metrics(pred: np.ndarray, gt: np.ndarray, trimap: np.ndarray | None = None) -> dict[str, float]:
    where = np.nonzero(np.full(gt.shape, 128) == 128 if trimap is None else trimap == 128)
    if not len(where[0]):
        return {key: 0.0 for key in ("sad", "mad", "mse", "grad")}
    lengths = [np.hypot(derivative(a, 1), derivative(a, 0))[where] for a in (pred, gt)]
    d = pred[where] - gt[where]
    return {
        "sad": np.abs(d).sum() / 1000,
        "mad": np.abs(d).mean(),
        "mse": np.mean(d**2),
        "grad": np.sum((lengths[0] - lengths[1]) ** 2) / 1000,
    }
