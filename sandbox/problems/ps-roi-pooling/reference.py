"""Class by class and bin by bin, with the bounds as the definition has them."""

import numpy as np


def ps_roi_pool(score_maps, rois, k):
    if k < 1 or len(score_maps) % (k * k) != 0:
        raise ValueError(f"{len(score_maps)} maps do not serve {k} x {k} bins")
    _, height, width = score_maps.shape
    maps = score_maps.reshape(-1, k, k, height, width)
    result = np.zeros((len(rois), len(maps)))
    for r, (x1, y1, x2, y2) in enumerate(rois.tolist()):
        for i in range(k):
            top = max(y1 + i * (y2 - y1) // k, 0)
            bottom = min(y1 - (-(i + 1) * (y2 - y1)) // k, height)
            for j in range(k):
                left = max(x1 + j * (x2 - x1) // k, 0)
                right = min(x1 - (-(j + 1) * (x2 - x1)) // k, width)
                if top < bottom and left < right:
                    result[r] += maps[:, i, j, top:bottom, left:right].mean(axis=(1, 2))
    return result / (k * k)
