"""Soft-NMS as its loop is described, one row of IoUs a pick."""

import numpy as np


def iou(box, others):
    sides = np.minimum(box[2:], others[:, 2:]) - np.maximum(box[:2], others[:, :2])
    inter = np.prod(np.maximum(sides, 0.0), axis=1)
    areas = np.prod(others[:, 2:] - others[:, :2], axis=1)
    return inter / (np.prod(box[2:] - box[:2]) + areas - inter)


def soft_nms(boxes, scores, method="gaussian", sigma=0.5, iou_thr=0.3, score_thr=0.001):
    if method not in ("gaussian", "linear"):
        raise ValueError(f"method is {method!r}, not gaussian or linear")
    left = np.arange(len(boxes))
    current = scores.copy()
    keep, new_scores = [], []
    while len(left):
        # argmax takes the first of equal values, and left stays ascending.
        picked = left[np.argmax(current[left])]
        if current[picked] < score_thr:
            break
        keep.append(picked)
        new_scores.append(current[picked])
        left = left[left != picked]
        overlap = iou(boxes[picked], boxes[left])
        if method == "gaussian":
            current[left] *= np.exp(-(overlap**2) / sigma)
        else:
            current[left] *= np.where(overlap >= iou_thr, 1.0 - overlap, 1.0)
    return np.array(keep, dtype=np.int64), np.array(new_scores, dtype=np.float64)
