# expect: runtime_error
# One frame a pixel.
import numpy as np


def largest_blob_center(img, thr=128):
    wet = (img >= thr).copy()

    def fill(y, x, pixels):
        if 0 <= y < wet.shape[0] and 0 <= x < wet.shape[1] and wet[y, x]:
            wet[y, x] = False
            pixels.append((y, x))
            for dy, dx in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                fill(y + dy, x + dx, pixels)
        return pixels

    best = []
    for y, x in np.argwhere(wet):
        drop = fill(y, x, [])
        if len(drop) > len(best):
            best = drop
    return (float(np.mean([y for y, _ in best])), float(np.mean([x for _, x in best]))) if best else None
