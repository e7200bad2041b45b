# expect: accepted
import numpy as np
from numpy.lib.stride_tricks import as_strided


def im2col(xp: np.ndarray, kh: int, kw: int, stride: int) -> np.ndarray:
    n, c, h, w = xp.shape
    h2, w2 = (h - kh) // stride + 1, (w - kw) // stride + 1
    sn, sc, sh, sw = xp.strides
    view = as_strided(
        xp, shape=(n, h2, w2, c, kh, kw), strides=(sn, sh * stride, sw * stride, sc, sh, sw), writeable=False
    )
    return view.reshape(n, h2, w2, c * kh * kw)  # copies


def conv2d(x: np.ndarray, k: np.ndarray, stride: int = 1, padding: int = 0) -> np.ndarray:
    if x.shape[1] != k.shape[1]:
        raise ValueError(f"{x.shape[1]} != {k.shape[1]}")
    if padding > 0:
        n, c, h, w = x.shape
        xp = np.zeros((n, c, h + 2 * padding, w + 2 * padding), dtype=x.dtype)
        xp[:, :, padding:-padding, padding:-padding] = x
    else:
        xp = x
    cols = im2col(xp, k.shape[2], k.shape[3], stride)
    weights = k.reshape(k.shape[0], -1)
    return (cols @ weights.T).transpose(0, 3, 1, 2)
