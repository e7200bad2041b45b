"""One row of `a` against all of `b` (torchvision.ops.box_iou in float64, with 0 where the union is 0)."""

import numpy as np


def iou(a, b):
    out = np.zeros((len(a), len(b)))
    b_areas = (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
    for row, (x1, y1, x2, y2) in zip(out, a, strict=True):
        width = np.maximum(np.minimum(x2, b[:, 2]) - np.maximum(x1, b[:, 0]), 0.0)
        height = np.maximum(np.minimum(y2, b[:, 3]) - np.maximum(y1, b[:, 1]), 0.0)
        inter = width * height
        union = (x2 - x1) * (y2 - y1) + b_areas - inter
        np.divide(inter, union, out=row, where=union != 0)
    return out
