# expect: wrong_answer
# Order l, r, t, b.
import numpy as np


def fcos_assign(points, boxes, labels, lo, hi):
    P, G = len(points), len(boxes)
    point_labels = np.full(P, -1, dtype=np.int64)
    ltrb = np.zeros((P, 4))
    if P == 0 or G == 0:
        return point_labels, ltrb
    x, y = points[:, 0, None], points[:, 1, None]
    x1, y1, x2, y2 = boxes.T
    sides = np.stack([x - x1, x2 - x, y - y1, y2 - y], axis=2)  # (P, G, 4)
    largest = sides.max(axis=2)
    candidate = (sides.min(axis=2) > 0) & (largest >= lo) & (largest <= hi)
    areas = np.where(candidate, (x2 - x1) * (y2 - y1), np.inf)
    best = areas.argmin(axis=1)
    found = candidate.any(axis=1)
    point_labels[found] = labels[best[found]]
    ltrb[found] = sides[found, best[found]]
    return point_labels, ltrb
