# expect: accepted
import numpy as np


class Sets:
    def __init__(self, count):
        self.parent = list(range(count))

    def find(self, a):
        while self.parent[a] != a:
            self.parent[a] = self.parent[self.parent[a]]
            a = self.parent[a]
        return a

    def join(self, a, b):
        a, b = self.find(a), self.find(b)
        self.parent[max(a, b)] = min(a, b)


def largest_blob_center(img, thr=128):
    height, width = img.shape
    wet = (img >= thr).ravel().tolist()
    sets = Sets(height * width)
    for place, is_wet in enumerate(wet):
        if is_wet:
            if place % width and wet[place - 1]:
                sets.join(place, place - 1)
            if place >= width and wet[place - width]:
                sets.join(place, place - width)
    roots = np.array([sets.find(place) if is_wet else -1 for place, is_wet in enumerate(wet)])
    if roots.max() < 0:
        return None
    sizes = np.bincount(roots[roots >= 0], minlength=len(wet))
    rows, columns = np.divmod(np.flatnonzero(roots == sizes.argmax()), width)
    return float(rows.mean()), float(columns.mean())
