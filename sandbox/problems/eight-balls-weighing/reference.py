"""The best strategy by trying all of them for few balls; powers of three for many."""

from functools import cache

FEW = 120


@cache
def _weighings(n):
    if n == 1:
        return 0
    # a balls on each side; the light one is among them or among the rest.
    return 1 + min(max(_weighings(a), _weighings(n - 2 * a) if n > 2 * a else 0) for a in range(1, n // 2 + 1))


def min_weighings(n):
    if n < 1:
        raise ValueError(f"{n} balls: one of them should be lighter")
    if n <= FEW:
        return _weighings(n)
    weighings = 0
    while 3**weighings < n:
        weighings += 1
    return weighings
