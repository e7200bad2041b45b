# expect: wrong_answer
import numpy as np


def quantize_int8(x, symmetric=True, percentile=100.0):
    if x.size == 0 or not np.isfinite(x).all():
        raise ValueError("bad input")
    if symmetric:
        a = np.percentile(np.abs(x), percentile)
        scale = a / 127 if a > 0 else 1.0
        zero_point = 0
        q = np.clip(np.round(x / scale), -127, 127)
    else:
        lo = min(np.percentile(x, 100 - percentile), 0.0)
        hi = max(np.percentile(x, percentile), 0.0)
        if hi == lo:
            scale, zero_point = 1.0, 0
        else:
            scale = (hi - lo) / 255
            zero_point = int(np.clip(np.round(-128 - lo / scale), -128, 127))
        q = np.clip(np.round(x / scale) + zero_point, -128, 127)
    return q.astype(np.int8), float(scale), zero_point
