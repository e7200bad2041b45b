# expect: wrong_answer
import numpy as np


def soft_nms(boxes, scores, method="gaussian", sigma=0.5, iou_thr=0.3, score_thr=0.001):
    if method not in ("gaussian", "linear"):
        raise ValueError("unknown method")
    s = scores.copy()
    areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    left = np.ones(len(s), dtype=bool)
    keep, out = [], []
    while left.any():
        i = int(np.argmax(np.where(left, s, -1.0)))
        if s[i] < score_thr:
            break
        keep.append(i)
        out.append(s[i])
        left[i] = False
        w = np.maximum(np.minimum(boxes[i, 2], boxes[:, 2]) - np.maximum(boxes[i, 0], boxes[:, 0]), 0)
        h = np.maximum(np.minimum(boxes[i, 3], boxes[:, 3]) - np.maximum(boxes[i, 1], boxes[:, 1]), 0)
        iou = w * h / (areas[i] + areas - w * h)
        if method == "gaussian":
            decay = np.exp(-(iou**2) / sigma)
        else:
            decay = np.where(iou >= iou_thr, (1 - iou) ** 2, 1.0)
        s[left] *= decay[left]
    return np.array(keep, dtype=np.int64), np.array(out, dtype=np.float64)
