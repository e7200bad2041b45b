# expect: wrong_answer
# Classes without detections are left out.
import numpy as np


def iou(box, others):
    w = np.minimum(box[2], others[:, 2]) - np.maximum(box[0], others[:, 0])
    h = np.minimum(box[3], others[:, 3]) - np.maximum(box[1], others[:, 1])
    inter = np.maximum(w, 0) * np.maximum(h, 0)
    area = (box[2] - box[0]) * (box[3] - box[1])
    areas = (others[:, 2] - others[:, 0]) * (others[:, 3] - others[:, 1])
    return inter / (area + areas - inter)


def mean_average_precision(
    det_boxes, det_scores, det_labels, det_images, gt_boxes, gt_labels, gt_images, iou_thr=0.5
):
    aps = []
    for c in np.unique(gt_labels):
        dets = np.flatnonzero(det_labels == c)
        dets = dets[np.argsort(-det_scores[dets], kind="stable")]
        if len(dets) == 0:
            continue
        n_gt = int((gt_labels == c).sum())
        used = np.zeros(len(gt_labels), dtype=bool)
        tp = np.zeros(len(dets))
        for rank, d in enumerate(dets):
            same = np.flatnonzero((gt_labels == c) & (gt_images == det_images[d]))
            if len(same) == 0:
                continue
            overlaps = iou(det_boxes[d], gt_boxes[same])
            best = overlaps.argmax()
            if overlaps[best] >= iou_thr and not used[same[best]]:
                used[same[best]] = True
                tp[rank] = 1
        ctp = np.cumsum(tp)
        recall = ctp / n_gt
        precision = ctp / np.arange(1, len(dets) + 1)
        envelope = np.maximum.accumulate(precision[::-1])[::-1]
        aps.append(np.sum(np.diff(recall, prepend=0.0) * envelope))
    if not aps:
        return 0.0
    return float(np.mean(aps))
