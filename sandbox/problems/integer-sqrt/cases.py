"""All small numbers, squares and their neighbours of every size, the end of the range, negative numbers."""

from sandbox.case import Case

LARGEST_ROOT = 3_037_000_499


def cases(rng):
    def batch(name, numbers, size=""):
        return Case.batch(name, [(int(number),) for number in numbers], size=size)

    def around(roots):
        return [root * root + step for root in roots for step in (-1, 0, 1)]

    yield batch("0 to 40", range(41))
    yield batch("negative", [-1, -4, -(2**62)])
    yield batch("around small squares", around(range(7, 32)))
    yield batch("powers of two", [2**exponent for exponent in range(63)])
    yield batch("one below powers of two", [2**exponent - 1 for exponent in range(2, 64)])
    yield batch("random, every size", [rng.integers(0, 2**exponent) for exponent in range(1, 63)])
    yield batch("roots around 16 and 31 bits", around([46340, 46341, 65535, 65536, 2**31 - 1, 2**31, 2**31 + 1]))
    yield batch("squares that floats round up", around([67108865, 94906267, 94906266, 2**27 + 1, 2**30 + 3, 2**31 + 5]))
    roots = [int(root) for root in rng.integers(10**8, LARGEST_ROOT + 1, 60)]
    yield batch("large squares and their neighbours", around(roots), size="x up to 2**63")
    last = [LARGEST_ROOT**2 + step for step in (-1, 0, 1)]
    near = [2**63 - step for step in (1, 2, *rng.integers(3, 2**40, 40).tolist())]
    yield batch("end of the range", [*last, *near], size="x near 2**63")
