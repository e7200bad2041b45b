# expect: accepted
# Pairs of segments merged level by level.
from typing import List, NamedTuple


class Part(NamedTuple):
    total: int
    prefix: int
    suffix: int
    best: int


def merge(a: Part, b: Part) -> Part:
    return Part(
        a.total + b.total,
        max(a.prefix, a.total + b.prefix),
        max(b.suffix, b.total + a.suffix),
        max(a.best, b.best, a.suffix + b.prefix),
    )


def max_subarray_sum(nums: List[int]) -> int:
    parts = [Part(x, x, x, x) for x in nums]
    if not parts:
        raise ValueError("no elements")
    while len(parts) > 1:
        rest = [parts[-1]] if len(parts) % 2 else []
        parts = [merge(a, b) for a, b in zip(parts[::2], parts[1::2])] + rest
    return parts[0].best
