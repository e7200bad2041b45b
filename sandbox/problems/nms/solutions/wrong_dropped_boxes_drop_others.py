# expect: wrong_answer
# Lets boxes that were dropped themselves suppress later ones.
import numpy as np


def nms(boxes, scores, iou_threshold):
    order = np.argsort(-scores, kind="stable")
    b = boxes[order]
    areas = (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
    drop = np.zeros(len(b), dtype=bool)
    for i in range(len(b)):
        w = np.maximum(np.minimum(b[i, 2], b[i + 1 :, 2]) - np.maximum(b[i, 0], b[i + 1 :, 0]), 0)
        h = np.maximum(np.minimum(b[i, 3], b[i + 1 :, 3]) - np.maximum(b[i, 1], b[i + 1 :, 1]), 0)
        union = areas[i] + areas[i + 1 :] - w * h
        iou = np.divide(w * h, union, out=np.zeros_like(w), where=union > 0)
        drop[i + 1 :] |= iou > iou_threshold
    return order[~drop].astype(np.int64)
