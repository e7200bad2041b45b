"""The smallest before and the largest behind each element."""

from itertools import accumulate


def increasing_triplet(nums):
    smallest = accumulate(nums, min)
    largest = list(accumulate(reversed(nums), max))[::-1]
    for low, x, high in zip(smallest, nums, largest, strict=True):
        if low < x < high:
            return [low, x, high]
    return []
