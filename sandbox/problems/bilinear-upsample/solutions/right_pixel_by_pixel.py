# expect: accepted
from math import floor

import numpy as np


class Axis:
    def __init__(self, n, m, align_corners):
        self.n, self.m, self.align_corners = n, m, align_corners

    def __getitem__(self, d):
        if not self.align_corners:
            src = max((d + 0.5) * self.n / self.m - 0.5, 0.0)
        elif self.m == 1:
            src = 0.0
        else:
            src = d * (self.n - 1) / (self.m - 1)
        low = min(floor(src), self.n - 1)
        return low, min(low + 1, self.n - 1), src - low


def upsample_bilinear(x: np.ndarray, out_h: int, out_w: int, align_corners: bool = False) -> np.ndarray:
    if out_h < 1 or out_w < 1:
        raise ValueError("empty output")
    rows, columns = Axis(x.shape[2], out_h, align_corners), Axis(x.shape[3], out_w, align_corners)
    out = np.empty(x.shape[:2] + (out_h, out_w))
    for r in range(out_h):
        a, b, v = rows[r]
        for c in range(out_w):
            p, q, u = columns[c]
            left = x[:, :, a, p] + v * (x[:, :, b, p] - x[:, :, a, p])
            right = x[:, :, a, q] + v * (x[:, :, b, q] - x[:, :, a, q])
            out[:, :, r, c] = left + u * (right - left)
    return out
