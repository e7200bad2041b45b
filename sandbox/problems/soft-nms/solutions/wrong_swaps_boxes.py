# expect: wrong_answer
# Swaps the picked box to the front, which changes the order of equal ones.
import numpy as np


def soft_nms(boxes, scores, method="gaussian", sigma=0.5, iou_thr=0.3, score_thr=0.001):
    if method not in ("gaussian", "linear"):
        raise ValueError("unknown method")
    d = np.concatenate([boxes, scores[:, None], np.arange(len(scores))[:, None]], axis=1)
    n = 0
    for n in range(len(d) + 1):
        if n == len(d):
            break
        best = n + np.argmax(d[n:, 4])
        if d[best, 4] < score_thr:
            break
        d[[n, best]] = d[[best, n]]
        b, rest = d[n], d[n + 1 :]
        w = np.maximum(np.minimum(b[2], rest[:, 2]) - np.maximum(b[0], rest[:, 0]), 0)
        h = np.maximum(np.minimum(b[3], rest[:, 3]) - np.maximum(b[1], rest[:, 1]), 0)
        union = (b[2] - b[0]) * (b[3] - b[1]) + (rest[:, 2] - rest[:, 0]) * (rest[:, 3] - rest[:, 1]) - w * h
        iou = w * h / union
        rest[:, 4] *= np.exp(-(iou**2) / sigma) if method == "gaussian" else np.where(iou >= iou_thr, 1 - iou, 1)
    return d[:n, 5].astype(np.int64), d[:n, 4].copy()
