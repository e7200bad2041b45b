# expect: wrong_answer
# Splits H into (p, h): takes every h-th pixel.
import numpy as np


def patchify(img, p):
    B, C, H, W = img.shape
    if p < 1 or H % p or W % p:
        raise ValueError("p must be positive and divide H and W")
    h, w = H // p, W // p
    x = img.reshape(B, C, p, h, p, w)
    x = x.transpose(0, 3, 5, 2, 4, 1)
    return x.reshape(B, h * w, p * p * C)
