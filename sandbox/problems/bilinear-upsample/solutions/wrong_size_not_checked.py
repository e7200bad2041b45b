# expect: wrong_answer
# Size 0 gives an empty array, a negative one an error of numpy.
import numpy as np


def coordinates(n, m, align_corners):
    d = np.arange(m)
    if align_corners:
        src = d * (n - 1) / (m - 1) if m > 1 else np.zeros(m)
    else:
        src = np.maximum((d + 0.5) * n / m - 0.5, 0)
    low = np.floor(src).astype(int)
    low = np.minimum(low, n - 1)
    high = np.minimum(low + 1, n - 1)
    return low, high, src - low


def upsample_bilinear(x, out_h, out_w, align_corners=False):
    H, W = x.shape[2:]
    y0, y1, fy = coordinates(H, out_h, align_corners)
    x0, x1, fx = coordinates(W, out_w, align_corners)
    fy = fy[:, None]
    top = x[:, :, y0][:, :, :, x0] * (1 - fx) + x[:, :, y0][:, :, :, x1] * fx
    bottom = x[:, :, y1][:, :, :, x0] * (1 - fx) + x[:, :, y1][:, :, :, x1] * fx
    return top * (1 - fy) + bottom * fy
