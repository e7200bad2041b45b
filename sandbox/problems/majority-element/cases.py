"""Majorities of one vote in every arrangement of few values, the limits of 32 bits, and large lists."""

import itertools

from sandbox.case import Call, Case

LARGEST = 100_001


def middle(nums):
    return sorted(nums)[len(nums) // 2]


def cases(rng):
    def each(lists):
        assert all(2 * nums.count(middle(nums)) > len(nums) for nums in lists), "a majority is always guaranteed"
        return tuple(Call([nums]) for nums in lists)

    def mixed(count, others, value, extra=1):
        """count numbers; value has the least majority, or more with extra."""
        votes = min(count // 2 + extra, count)
        return rng.permutation([value] * votes + rng.choice(others, count - votes).tolist()).tolist()

    yield Case("one element", each([[number] for number in (0, 5, -7, 2**31 - 1, -(2**31))]))
    yield Case("two and three", each([[4, 4], [-1, -1], [1, 0, 1], [0, 0, 1], [9, -9, -9], [6, 6, 6]]))
    every = [nums for n in (5, 6, 7) for nums in itertools.product((1, 2, 3), repeat=n) if 2 * nums.count(3) > n]
    yield Case("lists of 5 to 7 out of 1 to 3", each([list(every[i]) for i in rng.permutation(len(every))[:150]]))
    yield Case(
        "the majority comes last", each([[1, 1, 2, 2, 2], [5, 6, 7, 8, 8, 8, 8], [3, 1, 3, 1, 3], [1, 2, 2, 1, 2]])
    )
    yield Case("the majority comes first", each([[2, 2, 2, 1, 1], [8, 8, 8, 8, 5, 6, 7], [0, 0, 0, 1, 1]]))
    yield Case(
        "another value has the longest run", each([[5, 5, 1, 5, 5, 2, 5, 5, 4, 4, 4, 5, 5], [1, 2, 2, 1, 3, 1, 1]])
    )
    yield Case("the others are larger, smaller, both", each([[1, 1, 1, 9, 8], [9, 9, 9, 1, 2], [5, 5, 5, 1, 9]]))
    yield Case("zero and minus one", each([[0, -1, 0], [-1, 0, -1], [-1, -1, 0, 0, 0], [0, 1, 0, 1, 0, -1, 0]]))
    yield Case(
        "negative", each([mixed(21, range(-50, -1), -7), mixed(30, range(-9, 10), -(2**31)), mixed(11, [3, 4], -1)])
    )
    limits = [2**31 - 1, -(2**31), 2**31 - 2, 1 - 2**31]
    yield Case("limits of 32 bits", each([mixed(15, limits[1:], limits[0]), mixed(16, limits[2:], limits[1])]))
    for others in ([1], [1, 2], range(100)):
        lists = [mixed(int(rng.integers(4, 30)), others, int(rng.integers(200, 300))) for _ in range(30)]
        yield Case(f"30 lists, up to {len(others)} other values", each(lists))
    lists = [mixed(40, range(50), int(rng.integers(-99, 0)), extra) for extra in (1, 5, 15, 19)]
    yield Case("clear majorities", each(lists))

    half, size = LARGEST // 2, f"n = {LARGEST}"
    value = int(rng.integers(-(2**31), 2**31))
    yield Case.of("large, all equal", [value] * LARGEST, size=size)
    votes = rng.integers(0, 2, half).tolist()
    yield Case.of("large, two values", [*votes, *(1 - vote for vote in votes), 1], size=size)
    different = rng.integers(-(2**31), 2**31, half)
    shuffled = rng.permutation([*different.tolist(), *[value] * (half + 1)]).tolist()
    yield Case.of("large, shuffled", shuffled, size=size)
    yield Case.of("large, different values first", [*different.tolist(), *[value] * (half + 1)], size=size)
