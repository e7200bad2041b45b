# expect: wrong_answer
# Transposes every patch.
import numpy as np


def patchify(img, p):
    B, C, H, W = img.shape
    if p < 1 or H % p or W % p:
        raise ValueError("p must be positive and divide H and W")
    h, w = H // p, W // p
    x = img.reshape(B, C, h, p, w, p)
    x = x.transpose(0, 2, 4, 5, 3, 1)
    return x.reshape(B, h * w, p * p * C)
