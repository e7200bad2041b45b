"""Every k for short lists, ties at the border, k out of range, and orders that make a careless pivot quadratic."""

from sandbox.case import Call, Case

LARGEST = 100_000


def cases(rng):
    def ints(low, high, count):
        return rng.integers(low, high + 1, count).tolist()

    def every_k(*lists):
        return tuple(Call([nums, k]) for nums in lists for k in range(len(nums) + 1))

    yield Case("k = 0", tuple(Call([nums, 0]) for nums in ([], [5], [1, 2, 3], [-1, -1])))
    yield Case("k is negative", tuple(Call([nums, k]) for nums in ([], [1], [3, 1, 2]) for k in (-1, -3)))
    yield Case("k is too large", (Call([[], 1]), Call([[7], 2]), Call([[1, 2, 3], 4]), Call([[1, 1], 10**9])))
    yield Case("k = n", tuple(Call([nums, len(nums)]) for nums in ([4], [2, 1], [3, 3, 3], ints(-9, 9, 12))))
    yield Case(
        "equal values count separately", every_k([5, 5, 1], [1, 5, 5], [2, 2, 2, 1, 1, 3, 3], [7] * 6, [0, 0, -1])
    )
    yield Case(
        "ties at the border", (Call([[4, 4, 4, 9, 1, 4], 3]), Call([[1, 3, 3, 3, 5], 2]), Call([[2, 1, 2, 1], 3]))
    )
    yield Case("all negative", every_k([-5, -1, -3, -2], [-7, -7, -9], ints(-99, -1, 9)))
    yield Case("zeros and signs", every_k([0, -1, 1, 0, -2, 2], [-1, 0, 0, -1]))
    yield Case("not the smallest", (Call([[10, -10, 5, -5, 0], 2]), Call([[-100, 1, 2], 1]), Call([[9, 100, 10], 2])))
    large = [2**31, -(2**31), 2**62, -(2**63), 0, 2**31 - 1, 2**63 - 1, 1 - 2**63, 10**18, 10**18 + 1]
    yield Case("32 and 64 bits", every_k(large))
    yield Case("sorted and reversed", every_k(list(range(-4, 5)), list(range(9, 0, -1))))
    for highest in (2, 20, 10**9):
        lists = [ints(-highest, highest, int(rng.integers(5, 40))) for _ in range(30)]
        calls = tuple(Call([nums, int(rng.integers(0, len(nums) + 1))]) for nums in lists)
        yield Case(f"30 lists of -{highest} to {highest}", calls)
    yield Case.of("3000 of few values", ints(0, 9, 3000), 700)

    def sized(name, nums, k):
        return Case.of(f"large, {name}, k = {k}", nums, k, size=f"n = {len(nums)}, k = {k}")

    half = LARGEST // 2
    yield sized("sorted", list(range(LARGEST)), 1000)
    yield sized("reversed", list(range(LARGEST, 0, -1)), half)
    yield sized("all equal", [-3] * LARGEST, half)
    yield sized("sorted", list(range(-half, half)), half)
    yield sized("random", ints(-(10**9), 10**9, LARGEST), half)
