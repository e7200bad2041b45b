"""Signs and zeros in every constellation, products beyond the exact floats, and two large inputs."""

import itertools

from sandbox.case import Case

LARGEST = 100_000


def cases(rng):
    def pick(values, count):
        return rng.choice(values, count).tolist()

    yield Case.of("empty", [])
    yield Case.batch("one element", [([number],) for number in (-2, 0, 1, -1, 7, -(10**15), 10**18)])
    tiny = [list(numbers) for length in (2, 3) for numbers in itertools.product((-2, -1, 0, 3), repeat=length)]
    yield Case.batch("every list of two or three out of -2, -1, 0, 3", [(numbers,) for numbers in tiny])
    yield Case.of("all negative, even count", pick([-1, -2, -3], 10))
    yield Case.of("all negative, odd count", pick([-2, -3], 11))
    yield Case.of("one negative in the middle", [2, 3, -5, 2, 2, 2])
    yield Case.of("the answer lies after the first negative", [4, -1, 3, 3, 2])
    yield Case.of("the answer lies before the last negative", [3, 3, 2, -1, 4])
    yield Case.of("three negatives", [5, -2, 1, -3, 2, -7, 2])
    yield Case.of("zeros between negatives", [-3, 0, -2, 0, -4, 0])
    yield Case.of("0 is the best", [0, -5, 0, -1, 0])
    yield Case.of("all zero", [0] * 7)
    yield Case.of("all positive", pick([1, 2, 3], 20))
    yield Case.of("ones and minus ones", pick([1, -1], 15))
    for exponent in (39, 38):
        signs = pick([1, -1], exponent)
        yield Case.of(f"3 to the power of {exponent}", [3 * sign for sign in signs])
    yield Case.of("two large factors", [-(2**31) - 1, 2**31 - 1, 1, 0, -3037000499, -3037000497, 5000000029])
    for largest in (1, 3, 9):
        lists = [rng.integers(-largest, largest + 1, int(rng.integers(1, 13))).tolist() for _ in range(50)]
        yield Case.batch(f"50 short lists of -{largest} to {largest}", [(numbers,) for numbers in lists])
    for number in range(2):
        yield Case.of(f"2000 elements, {number}", with_zeros(rng, 2000))

    size = f"n = {LARGEST}"
    yield Case.of("large, with zeros", with_zeros(rng, LARGEST), size=size)
    signs = rng.choice([1, -1], LARGEST)
    signs[rng.choice(LARGEST, 40, replace=False)] *= 2
    yield Case.of("large, no zero", signs.tolist(), size=size)


def with_zeros(rng, count):
    """Values from -2 to 2 with a zero at least every 30 elements, so that no product leaves 64 bits."""
    numbers = rng.choice([-2, -1, 1, 2, 2, -2], count)
    numbers[rng.integers(0, count, count // 60)] = 0
    numbers[29::30] = 0
    return numbers.tolist()
