"""Short lists of every kind, then the orders that make a careless pivot or partition quadratic or deep."""

from sandbox.case import Case

LARGEST = 50_000
MEDIUM = 20_000


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
    yield Case.of("10 and 9 as numbers, not as text", [10, 9, 100, -10, -9, 1, 2, 20])
    yield Case.of("3000 random", ints(-(10**6), 10**6, 3000))
    yield Case.of("3000 sorted", list(range(3000)))
    yield Case.of("3000 rising, then falling", [*range(1500), *range(1500, 0, -1)])
    yield Case.of("3000 equal", [7] * 3000)

    def sized(name, numbers):
        return Case.of(name, numbers, size=f"n = {len(numbers)}")

    half = LARGEST // 2
    yield sized("sorted", list(range(MEDIUM)))
    yield sized("reversed", list(range(MEDIUM, 0, -1)))
    yield sized("large, all equal", [7] * MEDIUM)
    yield sized("large, two values", ints(0, 1, LARGEST))
    yield sized("large, rising, then falling", [*range(half), *range(half, 0, -1)])
    yield sized("large, random", ints(-(10**9), 10**9, LARGEST))
