# expect: time_limit
# Right, but one pixel at a time in Python.
import math

import numpy as np


def patch_orientation_hist(img, k):
    H, W = img.shape
    f = img.astype(np.float64)
    out = np.zeros((H // k, W // k, 9))
    for i in range(H // k * k):
        for j in range(W // k * k):
            if i == 0:
                gy = f[1, j] - f[0, j]
            elif i == H - 1:
                gy = f[i, j] - f[i - 1, j]
            else:
                gy = (f[i + 1, j] - f[i - 1, j]) / 2
            if j == 0:
                gx = f[i, 1] - f[i, 0]
            elif j == W - 1:
                gx = f[i, j] - f[i, j - 1]
            else:
                gx = (f[i, j + 1] - f[i, j - 1]) / 2
            angle = math.degrees(math.atan2(gy, gx)) % 360
            out[i // k, j // k, int(angle // 40)] += 1
    return out / (k * k)
