"""Two single values that differ in one bit, in the sign, or are the ends of 32 bits; 0 among them; far apart."""

from sandbox.case import Case

LARGEST = 100_000
LOW, HIGH = -(2**31), 2**31 - 1


def cases(rng):
    def shuffled(values):
        return rng.permutation(values).tolist()

    def distinct(count, low=LOW, high=HIGH):
        values = set()
        while len(values) < count:
            values.update(rng.integers(low, high + 1, count - len(values)).tolist())
        return shuffled(list(values))

    def with_pairs(singles, others):
        return shuffled([*singles, *others, *others])

    yield Case.batch("two elements", [([1, 2],), ([2, 1],), ([0, -1],), ([LOW, HIGH],), ([-5, 5],)])
    yield Case.of("0 is single", with_pairs([0, 4], [3, -5, 8]))
    yield Case.of("0 is a pair", with_pairs([6, 7], [0, 4, -1]))
    yield Case.of("differ in the sign", with_pairs([9, -9], [1, 2, 3, -1]))
    yield Case.of("differ in the highest bit only", with_pairs([5, 5 + LOW], [7, -8, 0]))
    yield Case.of("all negative", with_pairs([-7, -12], [-1, -2, -3]))
    yield Case.of("ends of 32 bits", with_pairs([LOW, 0], [HIGH, -1, 1]))
    yield Case.of("singles at both ends", [3, 1, 1, 8, 8, 5])
    lists = [distinct(int(rng.integers(2, 15)), -20, 20) for _ in range(60)]
    yield Case.batch("60 short lists", [(with_pairs(values[:2], values[2:]),) for values in lists])

    first, second, *others = distinct(LARGEST // 2 + 1)
    yield Case.of("large", [*others, first, *shuffled(others), second], size=f"n = {LARGEST}")
