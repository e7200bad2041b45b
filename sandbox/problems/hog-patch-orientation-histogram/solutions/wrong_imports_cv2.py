# expect: rejected
import cv2
import numpy as np


def patch_orientation_hist(img, k):
    gy, gx = np.gradient(img.astype(np.float64))
    angle = np.degrees(np.arctan2(gy, gx)) % 360
    bins = np.floor(angle / 40).astype(int)
    H, W = img.shape
    out = np.zeros((H // k, W // k, 9))
    for r in range(H // k):
        for c in range(W // k):
            patch = bins[r * k : (r + 1) * k, c * k : (c + 1) * k]
            out[r, c] = np.bincount(patch.ravel(), minlength=9) / (k * k)
    return out
