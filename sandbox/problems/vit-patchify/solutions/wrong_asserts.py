# expect: wrong_answer
# Asserts instead of raising ValueError.
import numpy as np


def patchify(img, p):
    B, C, H, W = img.shape
    assert p >= 1 and H % p == 0 and W % p == 0
    h, w = H // p, W // p
    x = img.reshape(B, C, h, p, w, p)
    x = x.transpose(0, 2, 4, 3, 5, 1)
    return x.reshape(B, h * w, p * p * C)
