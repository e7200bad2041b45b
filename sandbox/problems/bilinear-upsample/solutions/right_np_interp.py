# expect: accepted
import numpy as np


def along(x, axis, m, align_corners):
    n = x.shape[axis]
    if align_corners:
        src = np.linspace(0, n - 1, m)
    else:
        src = (np.arange(m) + 0.5) * n / m - 0.5
    return np.apply_along_axis(lambda line: np.interp(src, np.arange(n), line), axis, x)


def upsample_bilinear(x, out_h, out_w, align_corners=False):
    if min(out_h, out_w) < 1:
        raise ValueError(f"cannot make {out_h} x {out_w}")
    return along(along(x, 2, out_h, align_corners), 3, out_w, align_corners)
