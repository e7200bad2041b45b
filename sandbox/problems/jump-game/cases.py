"""Zeros in every place, both answers equally often, and large inputs that each way of O(n^2) stumbles on."""

from sandbox.case import Call, Case

LARGEST = 50_000


def reachable(nums):
    farthest = 0
    return all(
        index <= farthest and (farthest := max(farthest, index + length)) >= 0 for index, length in enumerate(nums)
    )


def short_lists(rng, count, largest):
    """Random lists, half of which can be crossed."""
    found = {True: [], False: []}
    while min(map(len, found.values())) < count // 2:
        length = int(rng.integers(2, 12))
        nums = rng.integers(0, largest + 1, length).tolist()
        found[reachable(nums)].append(nums)
    return [nums for lists in found.values() for nums in lists[: count // 2]]


def ramps(rng, total, longest):
    """Falling ramps L, L-1, ..., 1, each of which ends where the next begins; the last index is reached."""
    nums = []
    while len(nums) < total - 1:
        length = min(int(rng.integers(1, longest + 1)), total - 1 - len(nums))
        nums.extend(range(length, 0, -1))
    return [*nums, 0]


def cases(rng):
    yield Case.of("length 1, zero", [0])
    yield Case.of("length 1, positive", [int(rng.integers(1, 100_001))])
    yield Case("length 2", tuple(Call([nums]) for nums in ([0, 1], [0, 0], [1, 0], [100_000, 3])))
    yield Case.of("reaches exactly the last index", [2, 0, 1, 1, 0])
    yield Case.of("one step short", [3, 1, 1, 0, 5])
    yield Case.of("zeros to jump over", [3, 0, 0, 2, 0, 1, 0])
    yield Case.of("zero at the start", [0, 9, 9])
    yield Case.of("large value behind a gap", [1, 1, 0, 100_000, 1, 1])
    yield Case.of("the longest jump is the wrong one", [2, 4, 0, 0, 0, 1])
    yield Case.of("far beyond the end", [1, 100_000, 0, 0, 0])
    yield Case.of("only zeros", [0] * 30)
    for largest in (1, 2, 3, 5):
        calls = tuple(Call([nums]) for nums in short_lists(rng, 40, largest))
        yield Case(f"40 short lists of 0 to {largest}", calls)
    yield Case.of("1500 ones", [1] * 1500)

    size = f"n = {LARGEST}"
    yield Case.of("large, all ones", [1] * LARGEST, size=size)
    falling = ramps(rng, LARGEST, 3000)
    yield Case.of("large, falling ramps", falling, size=size)
    gap = LARGEST - 2 - int(rng.integers(1, 50))
    yield Case.of("large, ramps with a gap near the end", [*falling[:gap], 0, *falling[gap:-1]][:LARGEST], size=size)
    yield Case.of("large, one jump over zeros", [LARGEST - 1] + [0] * (LARGEST - 1), size=size)
    stuck = [*range(LARGEST - 2, -1, -1), 1]
    yield Case.of("large, every jump ends before the last index", stuck, size=size)
