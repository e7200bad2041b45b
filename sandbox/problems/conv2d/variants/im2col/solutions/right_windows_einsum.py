# expect: accepted
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view as windows


def conv2d(x, k, stride=1, padding=0):
    if k.shape[1] != x.shape[1]:
        raise ValueError
    p = padding
    xp = np.pad(x, [(0, 0), (0, 0), (p, p), (p, p)], mode="constant", constant_values=0)
    patches = windows(xp, k.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    return np.einsum("nchwuv,ocuv->nohw", patches, k, optimize=True)
