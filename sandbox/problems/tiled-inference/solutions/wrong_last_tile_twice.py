# expect: wrong_answer
# Adds L - tile even where the last tile ends at L.
import numpy as np


def axis_starts(length, tile, stride):
    if length <= tile:
        return [0]
    starts = list(range(0, length - tile + 1, stride))
    if length > tile:
        starts.append(length - tile)
    return starts


def tiled_apply(img, tile, overlap, fn):
    if tile < 1 or overlap < 0 or overlap >= tile:
        raise ValueError("bad tile or overlap")
    H, W, C = img.shape
    stride = tile - overlap
    total = None
    count = np.zeros((H, W, 1))
    for y in axis_starts(H, tile, stride):
        for x in axis_starts(W, tile, stride):
            out = fn(img[y : y + tile, x : x + tile].copy())
            if total is None:
                total = np.zeros((H, W, out.shape[2]))
            total[y : y + tile, x : x + tile] += out
            count[y : y + tile, x : x + tile] += 1
    return total / count
