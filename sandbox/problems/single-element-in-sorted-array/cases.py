"""The single value in every place of every short list, at both ends, and thousands of calls on long lists."""

import numpy as np

from sandbox.case import Case

LONGEST = 1_000_001


def cases(rng):
    def planted(length, place, low=-(10**9), high=10**9):
        """A list in which pair number `place`, counted from 0, has lost one of its two elements."""
        steps = rng.integers(1, max((high - low) // (length // 2 + 1), 2), length // 2 + 1)
        values = np.repeat(low + np.cumsum(steps), 2)
        return np.delete(values, 2 * place).tolist()

    yield Case.batch("one element", [([number],) for number in (0, -7, 10**12)])
    yield Case.batch(
        "three elements", [([1, 1, 2],), ([1, 2, 2],), ([-3, -3, 0],), ([0, 5, 5],), ([-1, 1, 1],), ([-5, -5, 5],)]
    )
    for length in (5, 7, 9, 11, 31):
        lists = [(planted(length, place, -40, 40),) for place in range(length // 2 + 1)]
        yield Case.batch(f"{length} elements, each place", lists)
    yield Case.of("consecutive values", [*np.repeat(np.arange(-6, 6), 2).tolist(), 6])
    yield Case.of("around zero", [-2, -2, -1, -1, 0, 1, 1])
    yield Case.of("beyond 64 bits", [-(2**70), -(2**70), 2**63, 2**64, 2**64])
    yield Case.batch("random", [(planted(2 * half + 1, int(rng.integers(0, half + 1))),) for half in range(20, 60)])
    yield Case.batch("ends of longer lists", [(planted(2001, place),) for place in (0, 1, 499, 500, 501, 999, 1000)])

    pairs = LONGEST // 2
    size = f"n = {LONGEST}, 2000 calls"
    numbers = planted(LONGEST, int(rng.integers(pairs // 2, pairs)))
    yield Case.batch("large", [(numbers,)] * 2000, size=size)
