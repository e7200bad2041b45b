"""All short lists of low bars, basins inside basins, plateaus, slopes that hold nothing, and large heights."""

import itertools

from sandbox.case import Call, Case

LARGEST = 100_000
HIGHEST = 10**9


def cases(rng):
    def each(*lists):
        return tuple(Call([height]) for height in lists)

    def bars(count, highest, lowest=0):
        return rng.integers(lowest, highest + 1, count).tolist()

    yield Case("up to two bars", each([], [0], [5], [3, 3], [0, 7], [7, 0]))
    yield Case("three bars", each(*map(list, itertools.product((0, 1, 2), repeat=3))))
    yield Case(
        "slopes hold nothing", each([1, 2, 3, 4], [4, 3, 2, 1], [0, 2, 5, 3, 1], [1, 1, 2, 2, 3, 3], [5, 4, 4, 0])
    )
    yield Case("level", each([0] * 8, [4] * 8))
    yield Case("the ends hold nothing", each([0, 0, 3, 0, 3, 0, 0], [1, 0, 5, 0, 1], [2, 1, 0], [0, 1, 2]))
    yield Case("a basin inside a basin", each([5, 2, 4, 1, 3, 0, 6], [9, 1, 5, 1, 5, 1, 9], [6, 3, 4, 0, 2, 1, 5]))
    yield Case(
        "plateaus", each([3, 3, 1, 1, 3, 3], [2, 2, 0, 0, 1, 1, 2], [4, 4, 2, 2, 2, 5, 5, 1, 5], [1, 0, 0, 1, 0, 1])
    )
    yield Case(
        "the highest bar in the middle", each([2, 0, 9, 0, 3], [1, 0, 2, 0, 8, 0, 4, 1, 3], [4, 0, 4, 0, 10, 1, 2, 1])
    )
    yield Case("the highest bar is an end", each([9, 0, 4, 2, 6], [3, 0, 5, 1, 8], [9, 1, 2, 3, 4], [4, 3, 2, 1, 9]))
    yield Case("the highest bar several times", each([5, 0, 5, 0, 5], [1, 5, 0, 5, 5, 2, 5, 1, 2], [7, 7, 0, 7]))
    yield Case("every list of 4 out of 0 to 3", each(*map(list, itertools.product(range(4), repeat=4))))
    for highest in (1, 4, 50):
        yield Case(f"40 lists of 0 to {highest}", each(*(bars(int(rng.integers(5, 30)), highest) for _ in range(40))))
    yield Case(
        "beyond 32 bits", each([HIGHEST, 0, 0, 0, 0, 0, HIGHEST], bars(50, HIGHEST, HIGHEST - 10), bars(50, HIGHEST))
    )
    yield Case.of("2000 bars", bars(2000, 10**6))

    size = f"n = {LARGEST}"
    half = range(0, HIGHEST, 2 * HIGHEST // LARGEST)
    yield Case.of("large, a mountain", [*half, *reversed(half)], size=size)
    yield Case.of("large, a valley", [*reversed(half), *half], size=size)
    yield Case.of("large, random", bars(LARGEST, HIGHEST), size=size)
