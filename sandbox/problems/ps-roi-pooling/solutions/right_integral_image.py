# expect: accepted
import numpy as np


def bounds(start, length, k, limit):
    bins = np.arange(k)
    low = start + bins * length // k
    high = start - (-(bins + 1) * length) // k
    return np.clip(low, 0, limit), np.clip(high, 0, limit)


def ps_roi_pool(score_maps, rois, k):
    if k < 1:
        raise ValueError("k must be positive")
    if score_maps.shape[0] % k**2:
        raise ValueError("maps do not fit")
    _, H, W = score_maps.shape
    maps = score_maps.reshape(-1, k, k, H, W)
    table = np.zeros((*maps.shape[:3], H + 1, W + 1))
    table[..., 1:, 1:] = maps.cumsum(axis=3).cumsum(axis=4)
    i, j = np.indices((k, k))
    rows = []
    for x1, y1, x2, y2 in rois:
        top, bottom = (side[:, None] for side in bounds(y1, y2 - y1, k, H))
        left, right = (side[None, :] for side in bounds(x1, x2 - x1, k, W))
        corner = lambda y, x: table[:, i, j, y, x]
        total = corner(bottom, right) - corner(top, right) - corner(bottom, left) + corner(top, left)
        area = (bottom - top) * (right - left)
        rows.append(np.where(area > 0, total / np.maximum(area, 1), 0.0).mean(axis=(1, 2)))
    return np.array(rows).reshape(len(rois), len(maps))
