# expect: accepted
import numpy as np


class Stitcher:
    """Keeps at every pixel the mean of what was put there so far."""

    def __init__(self, height, width):
        self.size = (height, width)
        self.mean = None
        self.seen = np.zeros((height, width, 1))

    def put(self, y, x, result):
        result = result.astype(np.float64)
        if self.mean is None:
            self.mean = np.zeros((*self.size, result.shape[2]))
        h, w, _ = result.shape
        self.seen[y : y + h, x : x + w] += 1
        self.mean[y : y + h, x : x + w] += (result - self.mean[y : y + h, x : x + w]) / self.seen[y : y + h, x : x + w]


def starts(length, tile, overlap):
    if length <= tile:
        return [0]
    count = -(-(length - tile) // (tile - overlap)) + 1
    return [min(i * (tile - overlap), length - tile) for i in range(count)]


def tiled_apply(img, tile, overlap, fn):
    if tile < 1:
        raise ValueError("tile must be positive")
    if overlap < 0 or overlap >= tile:
        raise ValueError("overlap must be in [0, tile)")
    stitcher = Stitcher(*img.shape[:2])
    for y in starts(img.shape[0], tile, overlap):
        for x in starts(img.shape[1], tile, overlap):
            stitcher.put(y, x, fn(np.ascontiguousarray(img[y : y + tile, x : x + tile]).copy()))
    return stitcher.mean
