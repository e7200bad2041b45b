"""The single value first, last, in the middle, 0, negative, at the ends of 32 bits; pairs together and far apart."""

from sandbox.case import Case

LARGEST = 100_001
LOW, HIGH = -(2**31), 2**31 - 1


def cases(rng):
    def distinct(count, low=LOW, high=HIGH):
        values = set()
        while len(values) < count:
            values.update(rng.integers(low, high + 1, count - len(values)).tolist())
        return rng.permutation(list(values)).tolist()

    def shuffled(values):
        return rng.permutation(values).tolist()

    def with_pairs(single, others):
        return shuffled([single, *others, *others])

    yield Case.batch("one element", [([number],) for number in (0, 1, -1, LOW, HIGH)])
    yield Case.batch("three elements", [([1, 1, 2],), ([1, 2, 1],), ([2, 1, 1],), ([0, 5, 5],), ([0, 0, -4],)])
    yield Case.of("the single value is 0", with_pairs(0, [3, -5, 8, 13]))
    yield Case.of("0 is a pair", with_pairs(6, [0, 4, -1]))
    yield Case.of("all negative", with_pairs(-7, [-1, -2, -3, -100]))
    yield Case.batch("ends of 32 bits", [(with_pairs(LOW, [HIGH, 0, -1]),), (with_pairs(HIGH, [LOW, 1, -1]),)])
    yield Case.of("opposite numbers", with_pairs(4, [-4, 9, -9, 2, -2]))
    yield Case.of("one is the sum of others", with_pairs(10, [3, 7, 4, 6, 1]))
    yield Case.of("pairs side by side, single first", [5, 1, 1, 9, 9, 3, 3])
    yield Case.of("pairs side by side, single last", [1, 1, 9, 9, 3, 3, 5])
    yield Case.of("falling", [9, 9, 7, 7, 6, 2, 2])
    lists = [distinct(int(rng.integers(1, 15)), -20, 20) for _ in range(40)]
    yield Case.batch("40 short lists", [(with_pairs(values[0], values[1:]),) for values in lists])
    values = distinct(500)
    yield Case.of("999 elements", with_pairs(values[0], values[1:]))

    size = f"n = {LARGEST}"
    single, *others = distinct(LARGEST // 2 + 1)
    yield Case.of("large, single at the end", [*others, *shuffled(others), single], size=size)
    single, *others = distinct(LARGEST // 2 + 1)
    yield Case.of("large, single in the middle", [*others, single, *others], size=size)
