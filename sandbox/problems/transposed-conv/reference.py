"""Every input pixel and kernel entry, as the definition says; only sums over channels are left to einsum."""

import numpy as np


def conv_transpose2d(x, w, stride=1, padding=0, output_padding=0):
    count, _, height, width = x.shape
    _, channels, kernel_height, kernel_width = w.shape
    out_height = (height - 1) * stride - 2 * padding + kernel_height + output_padding
    out_width = (width - 1) * stride - 2 * padding + kernel_width + output_padding
    stamps = np.einsum("ncij,coab->noijab", x, w)
    out = np.zeros((count, channels, out_height, out_width))
    for i in range(height):
        for j in range(width):
            for a in range(kernel_height):
                for b in range(kernel_width):
                    row, column = i * stride - padding + a, j * stride - padding + b
                    if 0 <= row < out_height and 0 <= column < out_width:
                        out[:, :, row, column] += stamps[:, :, i, j, a, b]
    return out
