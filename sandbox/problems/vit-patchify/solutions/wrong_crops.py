# expect: wrong_answer
# Cuts off what does not fit.
import numpy as np


def patchify(img, p):
    B, C, H, W = img.shape
    if p < 1:
        raise ValueError(p)
    h, w = H // p, W // p
    img = img[:, :, : h * p, : w * p]
    x = img.reshape(B, C, h, p, w, p)
    x = x.transpose(0, 2, 4, 3, 5, 1)
    return x.reshape(B, h * w, p * p * C)
