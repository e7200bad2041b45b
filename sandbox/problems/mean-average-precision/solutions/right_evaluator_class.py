# expect: accepted
import numpy as np
import torch


class Evaluator:
    """One IoU matrix of everything, with pairs that must not meet set to -1."""

    def __init__(self, boxes, labels, images, threshold):
        self.boxes, self.labels, self.images = boxes, labels, images
        self.threshold = threshold
        self.free = [True] * len(labels)

    def overlaps(self, boxes, labels, images):
        a, b = torch.from_numpy(boxes.copy()), torch.from_numpy(self.boxes.copy())
        side = (torch.minimum(a[:, None, 2:], b[None, :, 2:]) - torch.maximum(a[:, None, :2], b[None, :, :2])).clamp(min=0)
        inter = side.prod(-1)
        union = (a[:, 2:] - a[:, :2]).prod(-1)[:, None] + (b[:, 2:] - b[:, :2]).prod(-1)[None] - inter
        iou = (inter / union).numpy()
        iou[(labels[:, None] != self.labels) | (images[:, None] != self.images)] = -1
        return iou

    def hit(self, row):
        best = int(np.argmax(row))
        if row[best] < self.threshold or not self.free[best]:
            return 0
        self.free[best] = False
        return 1


def mean_average_precision(
    det_boxes, det_scores, det_labels, det_images, gt_boxes, gt_labels, gt_images, iou_thr=0.5
):
    classes = sorted(set(gt_labels.tolist()))
    if not classes:
        return 0.0
    evaluator = Evaluator(gt_boxes, gt_labels, gt_images, iou_thr)
    order = np.lexsort((np.arange(len(det_scores)), -det_scores))
    matrix = evaluator.overlaps(det_boxes[order], det_labels[order], det_images[order])
    hits = np.array([evaluator.hit(row) for row in matrix], dtype=np.int64)
    total = 0.0
    for c in classes:
        mine = hits[det_labels[order] == c]
        if mine.sum() == 0:
            continue
        precision = mine.cumsum() / (1 + np.arange(len(mine)))
        n = (gt_labels == c).sum()
        mrec = np.concatenate([[0.0], mine.cumsum() / n, [1.0]])
        mpre = np.concatenate([[0.0], precision, [0.0]])
        for i in range(len(mpre) - 1, 0, -1):
            mpre[i - 1] = max(mpre[i - 1], mpre[i])
        steps = np.where(mrec[1:] != mrec[:-1])[0]
        total += np.sum((mrec[steps + 1] - mrec[steps]) * mpre[steps + 1])
    return total / len(classes)
