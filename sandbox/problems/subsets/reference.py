"""itertools.combinations keeps the order of its input."""

from itertools import combinations


def subsets(nums):
    return [list(chosen) for count in range(len(nums) + 1) for chosen in combinations(nums, count)]
