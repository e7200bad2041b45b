# expect: wrong_answer
# Differences in uint8 wrap round.
import numpy as np


def patch_orientation_hist(img, k):
    gy, gx = np.zeros(img.shape), np.zeros(img.shape)
    gy[1:-1], gx[:, 1:-1] = (img[2:] - img[:-2]) / 2, (img[:, 2:] - img[:, :-2]) / 2
    gy[0], gy[-1], gx[:, 0], gx[:, -1] = (
        img[1] - img[0],
        img[-1] - img[-2],
        img[:, 1] - img[:, 0],
        img[:, -1] - img[:, -2],
    )
    angle = np.degrees(np.arctan2(gy, gx)) % 360
    bins = np.floor(angle / 40).astype(int)
    H, W = img.shape
    out = np.zeros((H // k, W // k, 9))
    for r in range(H // k):
        for c in range(W // k):
            patch = bins[r * k : (r + 1) * k, c * k : (c + 1) * k]
            out[r, c] = np.bincount(patch.ravel(), minlength=9) / (k * k)
    return out
