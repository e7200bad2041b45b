# expect: accepted
import itertools

import numpy as np


def windows(length, tile, overlap):
    start = 0
    while start + tile < length:
        yield slice(start, start + tile)
        start += tile - overlap
    yield slice(max(length - tile, 0), length)


def tiled_apply(img, tile, overlap, fn):
    if not (tile >= 1 and 0 <= overlap < tile):
        raise ValueError(f"tile={tile}, overlap={overlap}")
    height, width = img.shape[:2]
    boxes = list(itertools.product(windows(height, tile, overlap), windows(width, tile, overlap)))
    outputs = [np.asarray(fn(np.array(img[box])), dtype=float) for box in boxes]
    total = np.zeros((height, width, outputs[0].shape[-1]))
    cover = np.zeros((height, width))
    for box, output in zip(boxes, outputs):
        total[box] += output
        cover[box] += 1.0
    return total / cover[..., np.newaxis]
