# expect: accepted
import numpy as np


def conv_transpose2d(x, w, stride=1, padding=0, output_padding=0):
    """A plain convolution with the flipped kernel over the input with zeros in between."""
    n, c, h, width = x.shape
    _, out_c, kh, kw = w.shape
    spread = np.zeros((n, c, (h - 1) * stride + 1, (width - 1) * stride + 1))
    spread[:, :, ::stride, ::stride] = x
    spread = np.pad(spread, ((0, 0), (0, 0), (kh - 1, kh - 1 + output_padding), (kw - 1, kw - 1 + output_padding)))
    windows = np.lib.stride_tricks.sliding_window_view(spread, (kh, kw), axis=(2, 3))
    full = np.einsum("ncyxab,coab->noyx", windows, w[:, :, ::-1, ::-1])
    ho = (h - 1) * stride - 2 * padding + kh + output_padding
    wo = (width - 1) * stride - 2 * padding + kw + output_padding
    return full[:, :, padding : padding + ho, padding : padding + wo].copy()
