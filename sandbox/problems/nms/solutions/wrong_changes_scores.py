# expect: wrong_answer
# Marks visited boxes in the caller's scores.
import numpy as np


def nms(boxes, scores, iou_threshold):
    keep = []
    areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    for _ in range(len(scores)):
        i = int(np.argmax(scores))
        if scores[i] == -np.inf:
            break
        keep.append(i)
        wh = np.maximum(np.minimum(boxes[i, 2:], boxes[:, 2:]) - np.maximum(boxes[i, :2], boxes[:, :2]), 0)
        inter = wh[:, 0] * wh[:, 1]
        union = areas[i] + areas - inter
        iou = np.divide(inter, union, out=np.zeros_like(inter), where=union > 0)
        scores[iou > iou_threshold] = -np.inf
        scores[i] = -np.inf
    return np.array(keep, dtype=np.int64)
