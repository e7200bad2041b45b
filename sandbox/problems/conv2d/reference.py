"""One product a kernel position: the strided view of the padded input that the position meets."""

import numpy as np


def conv2d(x, k, stride=1, padding=0):
    if x.shape[1] != k.shape[1]:
        raise ValueError(f"x has {x.shape[1]} channels, k has {k.shape[1]}")
    sides = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    padded = np.pad(x.astype(np.float64), sides)
    height = (padded.shape[2] - k.shape[2]) // stride + 1
    width = (padded.shape[3] - k.shape[3]) // stride + 1
    out = np.zeros((x.shape[0], height, width, k.shape[0]))
    for u in range(k.shape[2]):
        for v in range(k.shape[3]):
            bottom, right = u + (height - 1) * stride + 1, v + (width - 1) * stride + 1
            met = padded[:, :, u:bottom:stride, v:right:stride]  # (N, C, H2, W2)
            out += np.tensordot(met, k[:, :, u, v].astype(np.float64), axes=(1, 1))
    return np.ascontiguousarray(out.transpose(0, 3, 1, 2)).astype(x.dtype)
