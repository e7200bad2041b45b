"""All k for short numbers, zeros in every place, digits that never fall, more digits than int() takes, size."""

from sandbox.case import Call, Case

LARGEST = 100_000


def cases(rng):
    def digits(count, low=0, high=9):
        text = "".join(map(str, rng.integers(low, high + 1, count).tolist()))
        return (text.lstrip("0") or "0").ljust(count, str(high))

    def each(*pairs):
        return tuple(Call([num, k]) for num, k in pairs)

    yield Case("nothing to remove", each(("0", 0), ("7", 0), ("1432219", 0), ("100", 0), ("9876543210", 0)))
    yield Case("everything is removed", each(("0", 1), ("9", 1), ("10", 2), ("12345", 5), ("54321", 5)))
    yield Case("zeros come to the front", each(("10", 1), ("100", 1), ("1002", 1), ("10200", 1), ("50000301", 1)))
    yield Case("only zeros are left", each(("1000", 1), ("2100", 2), ("310", 2), ("10000", 3)))
    yield Case("removed zeros count", each(("1020", 2), ("10002", 2), ("30201", 3), ("10203040", 4)))
    yield Case("zeros inside and at the end stay", each(("1200", 1), ("1203", 1), ("120030", 2), ("1100", 1)))
    yield Case("never falling: from the end", each(("12345", 2), ("1122", 1), ("112", 1), ("123456789", 4), ("19", 1)))
    yield Case("all equal", each(("1111", 2), ("99", 1), ("7777777", 3)))
    yield Case("falling", each(("98765", 2), ("9876543210", 5), ("54321", 4), ("21", 1)))
    yield Case("first rising, then falling", each(("1357642", 3), ("1234321", 3), ("1234321", 5), ("112211", 2)))
    yield Case("the smallest digit is out of reach", each(("4325101", 2), ("987651", 2), ("5432106", 3)))
    yield Case("the last digit", each(("1234567890", 9), ("1234567890", 1), ("43219", 4), ("19283", 4)))
    for low, high in ((0, 9), (0, 2), (1, 9)):
        numbers = [digits(int(rng.integers(1, 10)), low, high) for _ in range(12)]
        every = each(*((num, k) for num in numbers for k in range(len(num) + 1)))
        yield Case(f"12 numbers of digits {low} to {high}, every k", every)
    lengths = [int(rng.integers(20, 60)) for _ in range(20)]
    yield Case("20 middling numbers", each(*((digits(n), int(rng.integers(1, n))) for n in lengths)))
    yield Case.of("5000 digits", digits(5000), 600)

    half, size = LARGEST // 2, f"n = {LARGEST}"
    yield Case.of("large, one and zeros", "1" + "0" * (LARGEST - 1), 1, size=f"{size}, k = 1")
    rising = "".join(map(str, sorted(rng.integers(1, 10, LARGEST).tolist())))
    yield Case.of("large, never falling", rising, half, size=f"{size}, k = {half}")
    yield Case.of("large, falling blocks", "9876543210" * (LARGEST // 10), half, size=f"{size}, k = {half}")
    yield Case.of("large, random", digits(LARGEST), half, size=f"{size}, k = {half}")
