# expect: accepted
import numpy as np
import torch


def pairwise(a, b):
    a, b = torch.tensor(np.array(a)), torch.tensor(np.array(b))
    wh = (torch.min(a[:, None, 2:], b[:, 2:]) - torch.max(a[:, None, :2], b[:, :2])).clamp_min(0)
    inter = wh[..., 0] * wh[..., 1]
    size = lambda boxes: (boxes[:, 2:] - boxes[:, :2]).prod(1)
    return (inter / (size(a)[:, None] + size(b) - inter)).numpy()


def byte_associate(track_boxes, det_boxes, det_scores, high=0.6, low=0.1, iou_high=0.2, iou_low=0.5):
    iou = pairwise(track_boxes, det_boxes)
    partner = np.full(len(track_boxes), -1)
    used = np.zeros(len(det_boxes), dtype=bool)
    is_high = det_scores >= high
    is_low = ~is_high & (det_scores >= low)
    for wanted, threshold in ((is_high, iou_high), (is_low, iou_low)):
        t, d = np.nonzero((iou >= threshold) & wanted & (partner < 0)[:, None])
        for k in np.lexsort((d, t, -iou[t, d])):
            if partner[t[k]] < 0 and not used[d[k]]:
                partner[t[k]] = d[k]
                used[d[k]] = True
    matched = np.flatnonzero(partner >= 0)
    return list(zip(matched, partner[matched])), list(np.flatnonzero(partner < 0)), list(np.flatnonzero(is_high & ~used))
