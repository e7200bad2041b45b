"""Five numbers of every sort: equal, few positive, one or two limiting ones, close together, far apart, huge."""

from sandbox.case import Case

BILLION = 10**9


def cases(rng):
    def batch(name, groups, size=""):
        return Case.batch(name, [(rng.permutation(group).tolist(),) for group in groups], size=size)

    yield Case.of("all zero", [0] * 5)
    yield batch("fewer than four positive", [[0, 0, 0, 0, 9], [0, 0, 0, 3, 4], [0, 0, 5, 5, 5], [0, 0, 1, 1, 1]])
    yield batch("exactly four positive", [[0, 2, 3, 4, 5], [0, 1, 1, 1, 1], [0, 7, 7, 7, 7], [0, 6, 9, 9, 9]])
    yield batch("all equal", [[number] * 5 for number in range(1, 14)])
    yield batch("nearly equal", [[7, 7, 7, 7, 8], [7, 8, 8, 8, 8], [7, 7, 7, 7, 6], [9, 9, 9, 8, 8]])
    yield batch("two small ones limit", [[1, 2, 50, 60, 70], [3, 4, 20, 20, 20], [1, 1, 9, 9, 9]])
    yield batch("three small ones limit", [[5, 6, 7, 90, 90], [4, 4, 4, 50, 60], [1, 2, 3, 40, 40]])
    yield batch("four small ones limit", [[5, 6, 7, 8, 99], [4, 4, 4, 4, 70], [2, 3, 4, 6, 50]])
    yield Case.of("in falling order", [9, 7, 5, 3, 2])
    yield Case.of("the largest comes first", [30, 4, 3, 5, 6])
    for largest in (2, 4, 7, 30):
        yield batch(f"60 groups of 0 to {largest}", rng.integers(0, largest + 1, (60, 5)))
    yield batch("unequal scales", 10 ** rng.integers(0, 5, (40, 5)) + rng.integers(0, 9, (40, 5)))

    groups = [
        *rng.integers(0, BILLION + 1, (40, 5)),
        *(BILLION - rng.integers(0, 9, (20, 5))),
        *(10 ** rng.integers(0, 10, (40, 5)) - rng.integers(0, 2, (40, 5))),
        [BILLION] * 5,
        [1, BILLION, BILLION, BILLION, BILLION],
        [BILLION - 1, BILLION, BILLION, BILLION, BILLION],
        [333_333_333, 333_333_334, 333_333_333, BILLION, BILLION],
    ]
    yield batch("large", groups, size="values up to 10**9")
