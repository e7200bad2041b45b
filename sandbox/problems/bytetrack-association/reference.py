"""All pairs of a stage in the order in which the greedy matching looks at them."""

import numpy as np


def ious(ones, others):
    """(len(ones), len(others)), float64."""
    top_left = np.maximum(ones[:, None, :2], others[None, :, :2])
    sides = np.minimum(ones[:, None, 2:], others[None, :, 2:]) - top_left
    inter = np.prod(np.maximum(sides, 0.0), axis=2)
    area, areas = (np.prod(boxes[:, 2:] - boxes[:, :2], axis=1) for boxes in (ones, others))
    return inter / (area[:, None] + areas[None, :] - inter)


def byte_associate(track_boxes, det_boxes, det_scores, high=0.6, low=0.1, iou_high=0.2, iou_low=0.5):
    table = ious(track_boxes, det_boxes).tolist()
    tracks, free = set(range(len(track_boxes))), set(range(len(det_boxes)))
    strong = {det for det in free if det_scores[det] >= high}
    weak = {det for det in free if low <= det_scores[det] < high}
    matches = []
    for dets, threshold in ((strong, iou_high), (weak, iou_low)):
        pairs = [(-table[track][det], track, det) for track in tracks for det in dets if table[track][det] >= threshold]
        for _, track, det in sorted(pairs):
            if track in tracks and det in free:
                matches.append((track, det))
                tracks.remove(track)
                free.remove(det)
    return sorted(matches), sorted(tracks), sorted(strong & free)
