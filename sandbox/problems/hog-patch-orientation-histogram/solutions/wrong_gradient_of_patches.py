# expect: wrong_answer
# The gradient of each patch on its own.
import numpy as np


def patch_orientation_hist(img, k):
    H, W = img.shape
    out = np.zeros((H // k, W // k, 9))
    for r in range(H // k):
        for c in range(W // k):
            patch = img[r * k : (r + 1) * k, c * k : (c + 1) * k].astype(np.float64)
            if k > 1:
                gy, gx = np.gradient(patch)
            else:
                gy = gx = np.zeros((1, 1))
            bins = np.floor(np.degrees(np.arctan2(gy, gx)) % 360 / 40).astype(int)
            out[r, c] = np.bincount(bins.ravel(), minlength=9) / (k * k)
    return out
