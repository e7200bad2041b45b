"""For every pixel the results of the tiles that cover it, as the definition says."""

import numpy as np


def starts(length, tile, overlap):
    if length <= tile:
        return [0]
    regular = list(range(0, length - tile + 1, tile - overlap))
    return regular if regular[-1] == length - tile else [*regular, length - tile]


def tiled_apply(img, tile, overlap, fn):
    if tile < 1 or not 0 <= overlap < tile:
        raise ValueError(f"tile must be at least 1 and overlap in [0, tile), not {tile} and {overlap}")
    height, width, _ = img.shape
    results = {}
    for top in starts(height, tile, overlap):
        for left in starts(width, tile, overlap):
            results[top, left] = np.array(fn(img[top : top + tile, left : left + tile].copy()), dtype=np.float64)
    channels = next(iter(results.values())).shape[2]
    total, covered = np.zeros((height, width, channels)), np.zeros((height, width, 1))
    for (top, left), result in results.items():
        total[top : top + tile, left : left + tile] += result
        covered[top : top + tile, left : left + tile] += 1
    return total / covered
