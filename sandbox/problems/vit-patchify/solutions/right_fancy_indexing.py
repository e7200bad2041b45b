# expect: accepted
import numpy as np


def patchify(img, p):
    B, C, H, W = img.shape
    if not p >= 1 or H % p or W % p:
        raise ValueError("bad p")
    patch, inside = np.arange((H // p) * (W // p)), np.arange(p * p * C)
    i, j = np.divmod(patch, W // p)
    pixel, c = np.divmod(inside, C)
    y, x = np.divmod(pixel, p)
    return img[:, c, i[:, None] * p + y, j[:, None] * p + x]
