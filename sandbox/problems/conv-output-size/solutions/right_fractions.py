# expect: accepted
from fractions import Fraction
from math import floor


def conv_out(h, k, s=1, p=0, d=1):
    steps = Fraction(h + 2 * p - d * (k - 1) - 1, s)
    if steps < 0:
        raise ValueError("no output")
    return floor(steps) + 1
