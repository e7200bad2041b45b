"""Duplicates in every constellation, no solution, no candidates; few answers in huge search trees."""

from sandbox.case import Call, Case


def cases(rng):
    def shuffled(values):
        return rng.permutation(list(values)).tolist()

    yield Case.of("no candidates", [], 7)
    yield Case.of("one candidate, equal", [9], 9)
    yield Case.of("one candidate, different", [9], 8)
    yield Case.of("all too large", shuffled(range(31, 50)), 30)
    yield Case.of("sum too small", [1, 2, 3, 4], 11)
    yield Case.of("everything is needed", shuffled([1, 2, 2, 3, 5]), 13)
    yield Case.of("no element twice", [2, 3, 7], 6)
    yield Case.of("equal pairs", shuffled([4, 4, 1, 1, 3, 3, 2, 2]), 8)
    yield Case.of("three equal", [3, 3, 3], 6)
    yield Case.of("equal values apart", [2, 1, 2, 1, 2, 1], 4)
    yield Case.of("in falling order", [7, 6, 5, 4, 3, 2, 1], 9)
    yield Case.of("largest value is the target", shuffled([50, 25, 25, 10, 40, 50]), 50)
    for largest in (3, 6, 12):
        calls = []
        for _ in range(25):
            count = int(rng.integers(0, 11))
            numbers = rng.integers(1, largest + 1, count).tolist()
            calls.append(Call([numbers, int(rng.integers(1, 2 * largest + 1))]))
        yield Case(f"25 short lists of 1 to {largest}", tuple(calls))
    yield Case.of("medium", rng.integers(1, 51, 22).tolist(), 60)

    yield Case.of("large, 1 to 40", shuffled(range(1, 41)), 40, size="1..40, target = 40")
    yield Case.of(
        "large, forty values of 30 to 50",
        shuffled([30] * 3 + rng.integers(31, 51, 37).tolist()),
        60,
        size="n = 40, target = 60",
    )
    yield Case.of(
        "large, ones and twos", shuffled([1] * 20 + [2] * 20), 30, size="twenty 1s and twenty 2s, target = 30"
    )
    yield Case.of("large, forty ones", [1] * 40, 20, size="forty 1s, target = 20")
