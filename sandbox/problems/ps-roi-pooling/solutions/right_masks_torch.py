# expect: accepted
from fractions import Fraction
from math import ceil, floor

import numpy as np
import torch


def cover(start, length, k, size):
    """(k, size) of 0 and 1: the pixels of each bin along an axis."""
    mask = torch.zeros(k, size, dtype=torch.float64)
    for b in range(k):
        low = start + floor(Fraction(b * length, k))
        high = start + ceil(Fraction((b + 1) * length, k))
        mask[b, max(low, 0) : max(high, 0)] = 1
    return mask


def ps_roi_pool(score_maps: np.ndarray, rois: np.ndarray, k: int) -> np.ndarray:
    if k <= 0 or score_maps.shape[0] % (k * k):
        raise ValueError(f"k = {k} does not fit {score_maps.shape[0]} maps")
    maps = torch.from_numpy(score_maps.copy()).unflatten(0, (-1, k, k))
    result = torch.zeros(len(rois), maps.shape[0], dtype=torch.float64)
    for r, (x1, y1, x2, y2) in enumerate(rois.tolist()):
        rows = cover(y1, y2 - y1, k, maps.shape[3])
        columns = cover(x1, x2 - x1, k, maps.shape[4])
        total = torch.einsum("cijyx,iy,jx->cij", maps, rows, columns)
        area = rows.sum(1)[:, None] * columns.sum(1)[None, :]
        result[r] = (total / area.clamp(min=1)).mean((1, 2))
    return result.numpy()
