# expect: accepted
import numpy as np


def sides_of(point, box):
    return point[0] - box[0], point[1] - box[1], box[2] - point[0], box[3] - point[1]


def fcos_assign(points, boxes, labels, lo, hi):
    out_labels, out_sides = [], []
    for point in points:
        found = []
        for g, box in enumerate(boxes):
            s = sides_of(point, box)
            if min(s) > 0 and lo <= max(s) <= hi:
                found.append(((box[2] - box[0]) * (box[3] - box[1]), g, s))
        if found:
            _, g, s = min(found)
            out_labels.append(int(labels[g]))
            out_sides.append(s)
        else:
            out_labels.append(-1)
            out_sides.append((0.0,) * 4)
    return np.array(out_labels, dtype=np.int64), np.array(out_sides, dtype=np.float64).reshape(-1, 4)
