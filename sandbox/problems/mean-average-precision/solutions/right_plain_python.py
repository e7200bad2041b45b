# expect: accepted
from collections import defaultdict


def area(b):
    return (b[2] - b[0]) * (b[3] - b[1])


def iou(a, b):
    w = min(a[2], b[2]) - max(a[0], b[0])
    h = min(a[3], b[3]) - max(a[1], b[1])
    if w <= 0 or h <= 0:
        return 0.0
    return w * h / (area(a) + area(b) - w * h)


def average_precision(flags, total):
    points, tp = [], 0
    for seen, flag in enumerate(flags, 1):
        tp += flag
        points.append((tp / total, tp / seen))
    ap, best, right = 0.0, 0.0, None
    # From the last point to the first: the rectangle between two recalls has the best precision seen so far.
    for recall, precision in reversed(points):
        if right is not None:
            ap += (right - recall) * best
        best, right = max(best, precision), recall
    return ap + (right or 0.0) * best


def mean_average_precision(
    det_boxes, det_scores, det_labels, det_images, gt_boxes, gt_labels, gt_images, iou_thr=0.5
):
    truths = defaultdict(list)
    totals = defaultdict(int)
    for box, label, image in zip(gt_boxes.tolist(), gt_labels.tolist(), gt_images.tolist()):
        truths[label, image].append([box, False])
        totals[label] += 1
    dets = list(zip(det_scores.tolist(), det_boxes.tolist(), det_labels.tolist(), det_images.tolist()))
    dets.sort(key=lambda det: det[0], reverse=True)
    flags = defaultdict(list)
    for _, box, label, image in dets:
        best, where = -1.0, None
        for truth in truths.get((label, image), ()):
            overlap = iou(box, truth[0])
            if overlap > best:
                best, where = overlap, truth
        hit = where is not None and best >= iou_thr and not where[1]
        if hit:
            where[1] = True
        flags[label].append(hit)
    if not totals:
        return 0.0
    return sum(average_precision(flags[label], total) for label, total in totals.items()) / len(totals)
