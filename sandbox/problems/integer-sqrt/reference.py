"""The root that Python's library has."""

import math


def my_sqrt(x):
    if x < 0:
        raise ValueError(f"{x} is negative")
    return math.isqrt(x)
