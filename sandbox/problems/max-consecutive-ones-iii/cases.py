"""All short lists with every k, k at its limits, the longest run at each end; windows of half the list."""

import itertools

from sandbox.case import Call, Case

LARGEST = 100_000


def cases(rng):
    def bits(count, ones):
        return (rng.random(count) < ones).astype(int).tolist()

    yield Case("empty", (Call([[], 0]), Call([[], 3]), Call([[], 10**9])))
    yield Case("one element", tuple(Call([[bit], k]) for bit in (0, 1) for k in (0, 1, 2)))
    yield Case("k = 0", tuple(Call([bits(count, 0.6), 0]) for count in range(2, 30)))
    yield Case("only zeros", tuple(Call([[0] * 9, k]) for k in (0, 1, 8, 9, 10)))
    yield Case("only ones", tuple(Call([[1] * 9, k]) for k in (0, 1, 9, 10)))
    yield Case("k beyond the number of zeros", (Call([bits(40, 0.5), 41]), Call([bits(40, 0.5), 10**9])))
    yield Case("exactly as many zeros as k", (Call([[0, 1, 0, 1, 1], 2]), Call([[1, 0, 0, 0, 1], 3])))
    yield Case("the longest run is at the end", (Call([[1, 1, 0, 0, 1, 1, 1, 1], 1]), Call([[1, 0, 0, 1, 1, 1], 0])))
    yield Case("the longest run is at the start", (Call([[1, 1, 1, 0, 0, 1, 1], 1]), Call([[1, 1, 1, 0, 0, 1], 0])))
    yield Case.of("the first zeros are not the ones to flip", [0, 1, 0, 1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1], 2)
    every = [list(one) for count in (3, 4, 5) for one in itertools.product((0, 1), repeat=count)]
    yield Case("every list of 3 to 5 bits", tuple(Call([one, k]) for one in every for k in range(4)))
    for ones in (0.3, 0.7, 0.9):
        short = [bits(int(rng.integers(6, 40)), ones) for _ in range(40)]
        yield Case(f"40 lists, {ones:.0%} ones", tuple(Call([one, int(rng.integers(0, 8))]) for one in short))
    yield Case.of("1500 elements", bits(1500, 0.8), 40)

    size = f"n = {LARGEST}"
    yield Case.of("large, all ones, k = 0", [1] * LARGEST, 0, size=size)
    yield Case.of("large, all zeros", [0] * LARGEST, LARGEST // 2, size=f"{size}, k = {LARGEST // 2}")
    yield Case.of("large, random", bits(LARGEST, 0.5), LARGEST // 4, size=f"{size}, k = {LARGEST // 4}")
