"""Bin of every pixel of the whole image, then one count a bin over the pixels of each patch."""

import numpy as np


def patch_orientation_hist(img, k):
    gy, gx = np.gradient(img.astype(np.float64))
    angle = np.degrees(np.arctan2(gy, gx)) % 360
    angle[(gy == 0) & (gx == 0)] = 0
    bins = (angle // 40).astype(np.uint8)
    rows, columns = img.shape[0] // k, img.shape[1] // k
    patches = bins[: rows * k, : columns * k].reshape(rows, k, columns, k)
    return np.stack([(patches == b).sum(axis=(1, 3)) for b in range(9)], axis=-1) / (k * k)
