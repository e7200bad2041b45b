# expect: accepted
import numpy as np


def patches(one, p):
    _, H, W = one.shape
    for top in range(0, H, p):
        for left in range(0, W, p):
            yield np.moveaxis(one[:, top : top + p, left : left + p], 0, -1).ravel()


def patchify(img, p):
    B, C, H, W = img.shape
    if p < 1:
        raise ValueError("p < 1")
    for side in (H, W):
        if side % p != 0:
            raise ValueError(f"{side} is not a multiple of {p}")
    out = np.empty((B, (H // p) * (W // p), p * p * C), img.dtype)
    for b in range(B):
        out[b] = list(patches(img[b], p))
    return out
