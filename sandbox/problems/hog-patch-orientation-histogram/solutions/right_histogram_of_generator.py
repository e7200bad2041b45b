# expect: accepted
import numpy as np


class Gradient:
    """Central differences inside, one-sided ones at the border."""

    def __init__(self, img):
        self.f = np.array(img, dtype=float)

    def along(self, axis):
        f = np.moveaxis(self.f, axis, 0)
        g = np.empty_like(f)
        g[0], g[-1] = f[1] - f[0], f[-1] - f[-2]
        g[1:-1] = (f[2:] - f[:-2]) / 2
        return np.moveaxis(g, 0, axis)

    def degrees(self):
        angle = np.degrees(np.arctan2(self.along(0), self.along(1)))
        return np.where(angle < 0, angle + 360, angle)


def patches(a, k):
    for r in range(0, a.shape[0] - k + 1, k):
        for c in range(0, a.shape[1] - k + 1, k):
            yield a[r : r + k, c : c + k]


def patch_orientation_hist(img, k):
    edges = np.arange(0, 361, 40)
    histograms = [np.histogram(patch, bins=edges)[0] for patch in patches(Gradient(img).degrees(), k)]
    return np.array(histograms, dtype=float).reshape(img.shape[0] // k, img.shape[1] // k, 9) / (k * k)
