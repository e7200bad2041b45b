"""The two formulas in float64."""

import numpy as np


def quantize_int8(x, symmetric=True, percentile=100.0):
    x = x.astype(np.float64)
    if x.size == 0 or not np.isfinite(x).all():
        raise ValueError("x has no elements, or NaN or an infinity among them")
    if symmetric:
        lo, hi, lowest, steps = 0.0, float(np.percentile(np.abs(x), percentile)), -127, 127
    else:
        lo = min(float(np.percentile(x, 100 - percentile)), 0.0)
        hi = max(float(np.percentile(x, percentile)), 0.0)
        lowest, steps = -128, 255
    scale, zero_point = 1.0, 0
    if hi > lo:
        scale = (hi - lo) / steps
        if not symmetric:
            zero_point = int(np.clip(np.round(-128 - lo / scale), -128, 127))
    q = np.clip(np.round(x / scale) + zero_point, lowest, 127)
    return q.astype(np.int8), scale, zero_point
