# expect: time_limit
# Right, but compares boxes one by one in Python.
import numpy as np


def nms(boxes, scores, iou_threshold):
    keep = []
    for i in np.argsort(-scores, kind="stable"):
        for j in keep:
            w = max(min(boxes[i][2], boxes[j][2]) - max(boxes[i][0], boxes[j][0]), 0)
            h = max(min(boxes[i][3], boxes[j][3]) - max(boxes[i][1], boxes[j][1]), 0)
            inter = w * h
            union = (
                (boxes[i][2] - boxes[i][0]) * (boxes[i][3] - boxes[i][1])
                + (boxes[j][2] - boxes[j][0]) * (boxes[j][3] - boxes[j][1])
                - inter
            )
            if union > 0 and inter / union > iou_threshold:
                break
        else:
            keep.append(i)
    return np.array(keep, dtype=np.int64)
