# expect: accepted
import numpy as np


def fcos_assign(points: np.ndarray, boxes: np.ndarray, labels: np.ndarray, lo: float, hi: float):
    """Boxes in the order of their areas; the first that fits a point keeps it."""
    n = points.shape[0]
    result = np.full((n,), -1, np.int64)
    sides = np.zeros((n, 4))
    free = np.ones(n, bool)
    area = np.prod(boxes[:, 2:] - boxes[:, :2], axis=1)
    for g in np.argsort(area, kind="stable"):
        d = np.concatenate([points - boxes[g, :2], boxes[g, 2:] - points], axis=1)
        m = d.max(axis=1)
        hit = free & np.all(d > 0, axis=1) & (lo <= m) & (m <= hi)
        result[hit], sides[hit] = labels[g], d[hit]
        free &= ~hit
    return result, sides
