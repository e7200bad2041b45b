"""All arrangements of short lists, ties, values beyond 32 bits and beyond what a float can tell apart, size."""

import itertools

from sandbox.case import Call, Case

LARGEST = 100_000
LIMIT = 10**18


def cases(rng):
    def each(*lists):
        return tuple(Call([nums]) for nums in lists)

    yield Case("fewer than three", each([], [7], [1, 2], [2, 1]))
    yield Case("three", each(*map(list, itertools.permutations((1, 2, 3)))))
    yield Case("ties are not increasing", each([1, 1, 2], [1, 2, 2], [1, 1, 1], [1, 2, 2, 2], [3, 3, 4, 4, 3, 4]))
    yield Case(
        "a smaller first comes too late", each([2, 4, 1, 5], [2, 4, 1, 3], [5, 6, 1, 2], [5, 6, 1, 2, 3], [4, 5, 1, 6])
    )
    yield Case(
        "not neighbours", each([1, 9, 8, 2, 7], [5, 1, 9, 4, 0, 3, 8], [20, 100, 10, 12, 5, 13], [1, 5, 0, 4, 1, 3])
    )
    yield Case("the pair before is larger", each([10, 11, 1, 2], [10, 11, 1, 12], [10, 20, 15, 12, 11, 13]))
    yield Case("negative numbers and zero", each([-3, -2, -1], [0, -1, 0, 1], [-1, 0, -2, -1], [0, 0, -1, -1, 0]))
    top = [LIMIT - 2, LIMIT - 1, LIMIT]
    yield Case(
        "beyond 32 bits", each([2**31, 2**31 + 1, 2**31 + 2], [2**33, 2**32, 2**33, 2**34], [LIMIT, LIMIT, LIMIT])
    )
    yield Case("the largest values", each(top, top[::-1], [LIMIT - 1, LIMIT, LIMIT - 1, LIMIT], [5, LIMIT - 1, LIMIT]))
    yield Case(
        "the smallest values", each([-LIMIT, 1 - LIMIT, 2 - LIMIT], [2 - LIMIT, 1 - LIMIT, -LIMIT], [-LIMIT, 0, LIMIT])
    )
    yield Case("every order of 1 to 5", each(*map(list, itertools.permutations(range(1, 6)))))
    yield Case("every list of 4 out of 1 to 3", each(*map(list, itertools.product((1, 2, 3), repeat=4))))
    lists = [rng.integers(-4, 5, int(rng.integers(4, 7))).tolist() for _ in range(60)]
    yield Case("60 short lists", each(*lists))
    # Two falling lists, one after the other, share at most two rising steps.
    longer = []
    for _ in range(40):
        parts = [sorted(rng.integers(0, 30, int(rng.integers(3, 10))).tolist(), reverse=True) for _ in range(2)]
        longer.append([*parts[0], *parts[1], *([int(rng.integers(0, 40))] if rng.random() < 0.4 else [])])
    yield Case("40 lists that fall twice", each(*longer))

    size = f"n = {LARGEST}"
    falling = sorted(rng.integers(-(10**5), 10**5, LARGEST - 3).tolist(), reverse=True)
    yield Case.of("large, falling", [*falling, -(10**6), -(10**6), -(10**6)], size=size)
    yield Case.of("large, one step up", [*falling, -(10**6), LIMIT, -(10**7)], size=size)
    yield Case.of("large, the third comes last", [*falling, -(10**6), 1 - 10**6, 2 - 10**6], size=size)
