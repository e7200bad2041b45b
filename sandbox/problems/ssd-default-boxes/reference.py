"""Layer, row, column, box: four nested loops."""

from math import sqrt

import numpy as np


def ssd_boxes(fm_sizes, ratios, s_min=0.2, s_max=0.9, clip=True):
    layers = len(fm_sizes)
    if layers < 2 or len(ratios) != layers:
        raise ValueError(f"{layers} layers (at least 2 are needed) and {len(ratios)} lists of ratios")
    scales = [s_min + (s_max - s_min) * k / (layers - 1) for k in range(layers + 1)]
    boxes = []
    for k, size in enumerate(fm_sizes):
        s, q = scales[k], sqrt(scales[k] * scales[k + 1])
        sides = [(s, s), (q, q)]
        for a in ratios[k]:
            sides += [(s * sqrt(a), s / sqrt(a)), (s / sqrt(a), s * sqrt(a))]
        for i in range(size):
            for j in range(size):
                cx, cy = (j + 0.5) / size, (i + 0.5) / size
                boxes += [(cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2) for w, h in sides]
    result = np.array(boxes, dtype=np.float64)
    return np.clip(result, 0, 1) if clip else result
