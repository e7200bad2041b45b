# expect: accepted
from bisect import bisect_right


def my_sqrt(x):
    if x < 0:
        raise ValueError(f"{x} < 0")
    return bisect_right(range(1 << 32), x, key=lambda r: r * r) - 1
