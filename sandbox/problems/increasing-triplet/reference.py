"""All triples where there are few; otherwise the smallest before and the largest behind each element."""

from itertools import accumulate, combinations


def increasing_triplet(nums):
    if len(nums) <= 12:
        return any(a < b < c for a, b, c in combinations(nums, 3))
    smallest = list(accumulate(nums, min))
    largest = list(accumulate(reversed(nums), max))[::-1]
    return any(low < x < high for low, x, high in zip(smallest, nums, largest, strict=True))
