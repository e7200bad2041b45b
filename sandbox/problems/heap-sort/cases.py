"""Every short length (a heap's last parent may have one child), duplicates, orders that break other sorts, size."""

from sandbox.case import Case

LARGEST = 50_000


def cases(rng):
    def ints(low, high, count):
        return rng.integers(low, high + 1, count).tolist()

    yield Case.of("empty", [])
    yield Case.batch("one element", [([number],) for number in (0, -7, 10**12)])
    yield Case.batch("two elements", [([1, 2],), ([2, 1],), ([3, 3],), ([-1, -2],)])
    yield Case.batch("each length from 3 to 20", [(ints(-50, 50, count),) for count in range(3, 21)])
    yield Case.batch("many equal", [(ints(0, 2, count),) for count in range(5, 25)])
    yield Case.of("all negative", ints(-99, -1, 33))
    yield Case.of("all equal", [4] * 31)
    yield Case.of("32 and 64 bits", [2**31, -(2**31), 2**63, -(2**63), 0, 2**31 - 1, 2**63 - 1, -(2**64), 1, -1])
    yield Case.of("zeros and signs", [0, -1, 0, 1, 0, -1, 1, 0])
    yield Case.of("10 and 9 as numbers, not as text", [10, 9, 100, -10, -9, 1, 2, 20])
    yield Case.of("reversed", list(range(127, 0, -1)))
    yield Case.of("3000 random", ints(-(10**6), 10**6, 3000))
    yield Case.of("3000 of two values", ints(0, 1, 3000))
    pipe = [*range(1500), *range(1500, 0, -1)]
    yield Case.of("3000 rising, then falling", pipe)

    size = "n = 20000"
    yield Case.of("sorted", list(range(-10_000, 10_000)), size=size)
    yield Case.of("large, random", ints(-(10**9), 10**9, LARGEST), size=f"n = {LARGEST}")
