"""All signs, the best slice in every place, no elements, and three large inputs."""

import numpy as np

from sandbox.case import Call, Case

LARGEST = 100_000
BILLION = 10**9


def cases(rng):
    def ints(low, high, count):
        return rng.integers(low, high + 1, count).tolist()

    yield Case.of("empty", [])
    yield Case("one element", tuple(Call([[number]]) for number in (-7, 0, 7, -BILLION, BILLION)))
    yield Case.of("all negative", ints(-99, -1, 30))
    yield Case.of("all negative, equal", [-3] * 12)
    yield Case.of("all very negative", ints(-BILLION, -BILLION // 2, 40))
    yield Case.of("negative with one zero", [*ints(-9, -1, 6), 0, *ints(-9, -1, 5)])
    yield Case.of("all positive", ints(1, 99, 25))
    yield Case.of("all zero", [0] * 9)
    yield Case.of("best at the start", [40, 3, -1, 8, *ints(-30, -20, 8), 5])
    yield Case.of("best at the end", [5, *ints(-30, -20, 8), 40, 3, -1, 8])
    yield Case.of("best is everything", [9, -4, 3, -2, 8, -6, 9])
    yield Case.of("best is one element", [-4, 6, -7, 50, -70, 9])
    yield Case.of("two runs joined over a dip", [10, 20, -25, 30, -100, 40])
    yield Case.of("two runs not joined", [10, 20, -35, 31, -100, 29])
    yield Case.of("the smallest prefix comes last", [1, 2, -50, 3, -80])
    for largest in (1, 3, 20):
        calls = tuple(Call([ints(-largest, largest, int(rng.integers(1, 13)))]) for _ in range(40))
        yield Case(f"40 short lists of -{largest} to {largest}", calls)
    yield Case.of("2000 elements", ints(-100, 100, 2000))

    size = f"n = {LARGEST}"
    yield Case.of("large, random", ints(-BILLION, BILLION, LARGEST), size=size)
    yield Case.of("large, all negative", ints(-BILLION, -1, LARGEST), size=size)
    lengths = rng.integers(500, 4000, 100)
    signs = np.repeat(np.where(np.arange(100) % 2, -1, 1), lengths)[:LARGEST]
    magnitudes = rng.integers(1, BILLION + 1, len(signs))
    yield Case.of("large, long runs", (signs * magnitudes).tolist(), size=size)
