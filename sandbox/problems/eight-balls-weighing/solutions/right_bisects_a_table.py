# expect: accepted
from bisect import bisect_left

POWERS = [3**k for k in range(40)]


def min_weighings(n):
    if n not in range(1, 10**18 + 1):
        raise ValueError("out of range")
    return bisect_left(POWERS, n)
