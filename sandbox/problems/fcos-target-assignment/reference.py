"""Every point with every box."""

import numpy as np


def fcos_assign(points, boxes, labels, lo, hi):
    point_labels, ltrb = np.full(len(points), -1, dtype=np.int64), np.zeros((len(points), 4))
    corners = boxes.tolist()
    for place, (x, y) in enumerate(points.tolist()):
        smallest = np.inf
        for index, (x1, y1, x2, y2) in enumerate(corners):
            sides, area = (x - x1, y - y1, x2 - x, y2 - y), (x2 - x1) * (y2 - y1)
            if min(sides) > 0 and lo <= max(sides) <= hi and area < smallest:
                smallest = area
                point_labels[place], ltrb[place] = labels[index], sides
    return point_labels, ltrb
