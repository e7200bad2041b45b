# expect: accepted
import math

import numpy as np


def percentile_of(ordered, percent):
    place = (len(ordered) - 1) * percent / 100
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


class Quantizer:
    def __init__(self, scale, zero_point, lowest):
        self.scale, self.zero_point, self.lowest = scale, zero_point, lowest

    @classmethod
    def symmetric(cls, values, percentile):
        a = percentile_of(sorted(map(abs, values)), percentile)
        return cls(a / 127 if a else 1.0, 0, -127)

    @classmethod
    def asymmetric(cls, values, percentile):
        ordered = sorted(values)
        lo, hi = min(percentile_of(ordered, 100 - percentile), 0), max(percentile_of(ordered, percentile), 0)
        if lo == hi:
            return cls(1.0, 0, -128)
        scale = (hi - lo) / 255
        return cls(scale, max(-128, min(127, round(-128 - lo / scale))), -128)

    def __call__(self, value):
        return max(self.lowest, min(127, round(value / self.scale) + self.zero_point))


def quantize_int8(x, symmetric=True, percentile=100.0):
    values = [float(v) for v in x.ravel().tolist()]
    if not values or not all(map(math.isfinite, values)):
        raise ValueError("empty or not finite")
    quantizer = (Quantizer.symmetric if symmetric else Quantizer.asymmetric)(values, percentile)
    q = np.array([quantizer(v) for v in values], dtype=np.int8).reshape(x.shape)
    return q, quantizer.scale, quantizer.zero_point
