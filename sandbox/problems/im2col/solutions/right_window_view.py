# expect: accepted
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def im2col(x, kh, kw, stride=1, padding=0):
    p = padding
    if p:
        n, c, h, w = x.shape
        framed = np.zeros((n, c, h + 2 * p, w + 2 * p), x.dtype)
        framed[..., p:-p, p:-p] = x
        x = framed
    windows = sliding_window_view(x, (kh, kw), axis=(-2, -1))[:, :, ::stride, ::stride]  # n c i j u v
    n, c, i, j = windows.shape[:4]
    return np.moveaxis(windows, (4, 5), (2, 3)).reshape(n, c * kh * kw, i * j)
