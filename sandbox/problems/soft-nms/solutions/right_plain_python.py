# expect: accepted
import math

import numpy as np


def overlap(a, b):
    w = min(a[2], b[2]) - max(a[0], b[0])
    h = min(a[3], b[3]) - max(a[1], b[1])
    if w <= 0 or h <= 0:
        return 0.0
    inter = w * h
    return inter / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - inter)


DECAYS = {
    "gaussian": lambda iou, sigma, threshold: math.exp(-iou * iou / sigma),
    "linear": lambda iou, sigma, threshold: 1 - iou if iou >= threshold else 1,
}


def picks(boxes, scores, decay, score_thr):
    left = dict(enumerate(scores))
    while left:
        index = max(left, key=lambda i: (left[i], -i))
        score = left.pop(index)
        if score < score_thr:
            return
        yield index, score
        for other in left:
            left[other] *= decay(overlap(boxes[index], boxes[other]))


def soft_nms(boxes, scores, method="gaussian", sigma=0.5, iou_thr=0.3, score_thr=0.001):
    if method not in DECAYS:
        raise ValueError(f"method {method}")
    found = list(picks(boxes.tolist(), scores.tolist(), lambda iou: DECAYS[method](iou, sigma, iou_thr), score_thr))
    return np.array([i for i, _ in found], dtype=np.int64), np.array([s for _, s in found], dtype=float)
