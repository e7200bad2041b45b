# expect: accepted
import numpy as np


def iou_one_to_many(box, boxes):
    x1 = np.maximum(box[0], boxes[:, 0])
    y1 = np.maximum(box[1], boxes[:, 1])
    x2 = np.minimum(box[2], boxes[:, 2])
    y2 = np.minimum(box[3], boxes[:, 3])
    inter = np.maximum(x2 - x1, 0) * np.maximum(y2 - y1, 0)
    union = np.prod(box[2:] - box[:2]) + np.prod(boxes[:, 2:] - boxes[:, :2], axis=1) - inter
    result = np.zeros(len(boxes))
    positive = union > 0
    result[positive] = inter[positive] / union[positive]
    return result


def iou(a, b):
    if len(a) == 0:
        return np.zeros((0, len(b)))
    return np.stack([iou_one_to_many(box, b) for box in a])
