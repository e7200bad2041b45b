"""No element to fifteen, mostly unsorted, so that the order inside a subset shows.

Fifteen and not sixteen: comparing 65536 lists takes the judge longer than any submission, and the slow ones
already show.
"""

from sandbox.case import Case


def cases(rng):
    def distinct(count, low, high):
        return (low + rng.choice(high - low + 1, count, replace=False)).tolist()

    yield Case.of("empty", [])
    yield Case.batch("one element", [([number],) for number in (5, -3, 10**12)])
    yield Case.of("two, falling", [3, 1])
    yield Case.of("negatives and 0", [0, -1, 4, -7])
    yield Case.of("rising", [1, 2, 3, 4, 5])
    yield Case.of("falling", [6, 5, 4, 3, 2, 1])
    yield Case.of("beyond 64 bits", [2**64, -(2**70), 0, 2**63])
    yield Case.batch("each length from 2 to 7", [(distinct(count, -9, 9),) for count in range(2, 8)])
    yield Case.of("11 elements", distinct(11, -20, 20))
    yield Case.of("large", distinct(15, -1000, 1000), size="n = 15")
