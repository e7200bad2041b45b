"""One strided slice of the padded input for each kernel position (layout of torch.nn.functional.unfold)."""

import numpy as np


def im2col(x, kh, kw, stride=1, padding=0):
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    images, channels, height, width = padded.shape
    rows = (height - kh) // stride + 1
    columns = (width - kw) // stride + 1
    out = np.empty((images, channels, kh, kw, rows, columns), dtype=x.dtype)
    for u in range(kh):
        for v in range(kw):
            bottom, right = u + (rows - 1) * stride + 1, v + (columns - 1) * stride + 1
            out[:, :, u, v] = padded[:, :, u:bottom:stride, v:right:stride]
    return out.reshape(images, channels * kh * kw, rows * columns)
