"""Every pattern of zero and other digits, every digit in every place, both ends of the range and beyond it."""

from sandbox.case import Case

LARGEST = 10**8 - 1


def cases(rng):
    def batch(name, numbers):
        return Case.batch(name, [(int(number),) for number in numbers])

    def of_pattern(pattern, digit):
        return int("".join(str(digit()) if pattern >> place & 1 else "0" for place in range(7, -1, -1)))

    yield Case.of("zero", 0)
    yield batch("one to twenty", range(1, 21))
    yield batch("tens and hundreds", [30, 90, 99, 100, 101, 109, 110, 111, 119, 200, 202, 220, 999])
    yield batch("around the sections", [1000, 1001, 9999, 10000, 10001, 10010, 10100, 11000, 19999, 100000, 100005])
    yield batch("each digit in each place", [digit * 10**place for place in range(8) for digit in range(1, 10)])
    yield batch("every pattern of zeros, ones", [of_pattern(pattern, lambda: 1) for pattern in range(1, 256)])
    yield batch(
        "every pattern of zeros, digits from 2 to 9",
        [of_pattern(pattern, lambda: rng.integers(2, 10)) for pattern in range(1, 256)],
    )
    yield batch("random, below ten thousand", rng.integers(0, 10**4, 40))
    yield batch("random", rng.integers(0, 10**8, 40))
    yield batch("largest", [LARGEST, LARGEST - 1, 99990000, 99999990, 90000009, 12345678])
    yield batch("negative", [-1, -10, -50321])
    yield batch("too large", [10**8, 10**8 + 1, 123456789, 10**12])
