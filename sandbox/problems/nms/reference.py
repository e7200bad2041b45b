"""Greedy NMS, one row of IoUs at a time (semantics of torchvision.ops.nms, stable order)."""

import numpy as np


def nms(boxes, scores, iou_threshold):
    order = sorted(range(len(scores)), key=lambda index: (-scores[index], index))
    dropped = np.zeros(len(scores), dtype=bool)
    kept = []
    for index in order:
        if dropped[index]:
            continue
        kept.append(index)
        one = boxes[index]
        width = np.maximum(np.minimum(one[2], boxes[:, 2]) - np.maximum(one[0], boxes[:, 0]), 0.0)
        height = np.maximum(np.minimum(one[3], boxes[:, 3]) - np.maximum(one[1], boxes[:, 1]), 0.0)
        inter = width * height
        areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
        union = areas[index] + areas - inter
        iou = np.divide(inter, union, out=np.zeros_like(inter), where=union != 0)
        dropped |= iou > iou_threshold
    return np.array(kept, dtype=np.int64)
