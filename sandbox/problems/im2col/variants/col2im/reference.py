"""Each kernel position adds its columns to one strided slice (what torch.nn.functional.fold computes)."""

import numpy as np


def col2im(cols, H, W, kh, kw, stride=1, padding=0):
    rows = (H + 2 * padding - kh) // stride + 1
    columns = (W + 2 * padding - kw) // stride + 1
    images, channels = cols.shape[0], cols.shape[1] // (kh * kw)
    parts = cols.reshape(images, channels, kh, kw, rows, columns)
    padded = np.zeros((images, channels, H + 2 * padding, W + 2 * padding))
    for u in range(kh):
        for v in range(kw):
            bottom, right = u + (rows - 1) * stride + 1, v + (columns - 1) * stride + 1
            padded[:, :, u:bottom:stride, v:right:stride] += parts[:, :, u, v]
    return padded[:, :, padding : padding + H, padding : padding + W].astype(cols.dtype)
