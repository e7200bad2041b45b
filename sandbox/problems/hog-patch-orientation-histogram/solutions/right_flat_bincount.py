# expect: accepted
import numpy as np


def patch_orientation_hist(img, k):
    g = np.gradient(img.astype(np.float64))
    b = (np.rad2deg(np.arctan2(g[0], g[1])) % 360 // 40).astype(np.int64)
    R, C = img.shape[0] // k, img.shape[1] // k
    rows, cols = np.indices((R * k, C * k))
    flat = ((rows // k) * C + cols // k) * 9 + b[: R * k, : C * k]
    return np.bincount(flat.ravel(), minlength=R * C * 9).reshape(R, C, 9).astype(np.float64) / k**2
