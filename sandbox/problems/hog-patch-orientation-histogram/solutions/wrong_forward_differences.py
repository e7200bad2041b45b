# expect: wrong_answer
# f[i+1] - f[i] everywhere.
import numpy as np


def patch_orientation_hist(img, k):
    f = img.astype(np.float64)
    gy, gx = np.diff(f, axis=0, append=2 * f[-1:] - f[-2:-1]), np.diff(f, axis=1, append=2 * f[:, -1:] - f[:, -2:-1])
    angle = np.degrees(np.arctan2(gy, gx)) % 360
    bins = np.floor(angle / 40).astype(int)
    H, W = img.shape
    out = np.zeros((H // k, W // k, 9))
    for r in range(H // k):
        for c in range(W // k):
            patch = bins[r * k : (r + 1) * k, c * k : (c + 1) * k]
            out[r, c] = np.bincount(patch.ravel(), minlength=9) / (k * k)
    return out
