# expect: wrong_answer
# Uses the kernel's height for the width as well.
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d(x, k, stride=1, padding=0):
    if x.shape[1] != k.shape[1]:
        raise ValueError("channels differ")
    size = k.shape[2]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    width = max(xp.shape[3] - k.shape[3], 0) // stride + 1
    patches = sliding_window_view(xp, k.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    out = np.einsum("nchwuv,ocuv->nohw", patches[..., :size], k[..., :size], optimize=True)
    return out[..., :width]
