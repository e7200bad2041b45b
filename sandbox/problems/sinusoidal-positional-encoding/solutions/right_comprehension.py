# expect: accepted
from math import cos, sin

import numpy as np


def row(p, d, scale):
    for j in range(d):
        a = scale * p / 10000 ** ((j - j % 2) / d)
        yield cos(a) if j & 1 else sin(a)


def sinusoidal_pe(n, d, scale=1.0):
    if not (n >= 0 and d >= 1):
        raise ValueError(f"bad size ({n}, {d})")
    return np.array([list(row(p, d, scale)) for p in range(n)], dtype=float).reshape(n, d)
