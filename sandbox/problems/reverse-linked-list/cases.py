"""Chains of every small length, repeated values, and one that recursion cannot walk."""

from sandbox.case import Case


def cases(rng):
    for length in (0, 1, 2, 3):
        yield Case.of(f"{length} nodes", rng.integers(-99, 100, length).tolist())
    yield Case.of("repeated values", rng.integers(0, 2, 40).tolist())
    yield Case.of("palindrome", [1, 2, 3, 2, 1])
    yield Case.of("extreme values", [2**31 - 1, -(2**31), 0, 10**18])
    yield Case.of("999 nodes", rng.integers(-1000, 1000, 999).tolist())
    yield Case.of("large", rng.integers(-(10**9), 10**9, 100_000).tolist(), size="n = 100000")
