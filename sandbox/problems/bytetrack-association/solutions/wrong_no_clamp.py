# expect: wrong_answer
import numpy as np


def iou_matrix(a, b):
    lt = np.maximum(a[:, None, :2], b[None, :, :2])
    rb = np.minimum(a[:, None, 2:], b[None, :, 2:])
    wh = rb - lt
    inter = wh[..., 0] * wh[..., 1]
    area_a = (a[:, 2] - a[:, 0]) * (a[:, 3] - a[:, 1])
    area_b = (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
    return inter / (area_a[:, None] + area_b[None, :] - inter)


def greedy(tracks, dets, track_boxes, det_boxes, threshold):
    matches = []
    if len(tracks) == 0 or len(dets) == 0:
        return matches
    iou = iou_matrix(track_boxes[tracks], det_boxes[dets])
    while True:
        t, d = np.unravel_index(np.argmax(iou), iou.shape)
        if iou[t, d] < threshold:
            return matches
        matches.append((int(tracks[t]), int(dets[d])))
        iou[t, :] = -1
        iou[:, d] = -1


def byte_associate(track_boxes, det_boxes, det_scores, high=0.6, low=0.1, iou_high=0.2, iou_low=0.5):
    tracks = np.arange(len(track_boxes))
    strong = np.flatnonzero(det_scores >= high)
    weak = np.flatnonzero((det_scores >= low) & (det_scores < high))
    first = greedy(tracks, strong, track_boxes, det_boxes, iou_high)
    taken = {t for t, _ in first}
    rest = np.array([t for t in tracks if t not in taken], dtype=int)
    second = greedy(rest, weak, track_boxes, det_boxes, iou_low)
    matches = sorted(first + second)
    matched_tracks = {t for t, _ in matches}
    matched_dets = {d for _, d in matches}
    unmatched = [int(t) for t in tracks if t not in matched_tracks]
    new = [int(d) for d in strong if d not in matched_dets]
    return matches, unmatched, new
