"""VOC matching, one detection after the other; AP as the sum over detections of recall gained times best precision."""

import numpy as np


def iou(box, others):
    sides = np.minimum(box[2:], others[:, 2:]) - np.maximum(box[:2], others[:, :2])
    inter = np.prod(np.maximum(sides, 0.0), axis=1)
    areas = np.prod(others[:, 2:] - others[:, :2], axis=1)
    return inter / (np.prod(box[2:] - box[:2]) + areas - inter)


def mean_average_precision(det_boxes, det_scores, det_labels, det_images, gt_boxes, gt_labels, gt_images, iou_thr=0.5):
    order = sorted(range(len(det_scores)), key=lambda index: -det_scores[index])
    matched = set()
    hits = {label: [] for label in gt_labels.tolist()}
    for index in order:
        label = int(det_labels[index])
        if label not in hits:
            continue
        candidates = np.flatnonzero((gt_labels == label) & (gt_images == det_images[index]))
        hit = False
        if len(candidates):
            overlaps = iou(det_boxes[index], gt_boxes[candidates])
            best = int(candidates[np.argmax(overlaps)])
            hit = bool(overlaps.max() >= iou_thr) and best not in matched
            if hit:
                matched.add(best)
        hits[label].append(hit)
    aps = []
    for label, row in hits.items():
        found = np.cumsum(row)
        precision = found / np.arange(1, len(row) + 1)
        count = int(np.sum(gt_labels == label))
        aps.append(sum(precision[place:].max() / count for place, hit in enumerate(row) if hit))
    return float(np.mean(aps)) if aps else 0.0
