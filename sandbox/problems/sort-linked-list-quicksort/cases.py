"""Chains of every small length, repeated values, and the long ones on which a careless pivot is deep or slow."""

import itertools

from sandbox.case import Call, Case

LARGEST = 50_000
MEDIUM = 20_000


def cases(rng):
    def ints(low, high, count):
        return rng.integers(low, high + 1, count).tolist()

    yield Case.of("empty", [])
    yield Case("one node", tuple(Call([[number]]) for number in (0, -7, 10**12)))
    yield Case("two nodes", tuple(Call([pair]) for pair in ([1, 2], [2, 1], [3, 3], [-1, -2], [0, -1])))
    yield Case("every order of 1 to 4", tuple(Call([list(one)]) for one in itertools.permutations(range(1, 5))))
    yield Case(
        "every list of 4 out of 1 to 3", tuple(Call([list(one)]) for one in itertools.product((1, 2, 3), repeat=4))
    )
    yield Case("each length from 3 to 20", tuple(Call([ints(-50, 50, count)]) for count in range(3, 21)))
    yield Case("many equal", tuple(Call([ints(0, 2, count)]) for count in range(5, 25)))
    yield Case("all equal", tuple(Call([[4] * count]) for count in (3, 10, 31)))
    yield Case.of("all negative", ints(-99, -1, 33))
    yield Case.of("32 and 64 bits", [2**31, -(2**31), 2**62, -(2**63), 0, 2**31 - 1, 2**63 - 1, 1 - 2**63, 1, -1])
    yield Case.of("10 and 9 as numbers, not as text", [10, 9, 100, -10, -9, 1, 2, 20])
    yield Case.of("the smallest comes last", [*range(1, 30), 0])
    yield Case.of("the largest comes first", [30, *range(30)])
    yield Case.of("3000 random", ints(-(10**6), 10**6, 3000))

    def sized(name, numbers):
        return Case.of(name, numbers, size=f"n = {len(numbers)}")

    yield sized("large, sorted", list(range(MEDIUM)))
    yield sized("large, reversed", list(range(MEDIUM, 0, -1)))
    yield sized("large, all equal", [7] * MEDIUM)
    yield sized("large, two values", ints(0, 1, MEDIUM))
    yield sized("large, random", ints(-(10**9), 10**9, LARGEST))
