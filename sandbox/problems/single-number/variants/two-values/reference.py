"""The two values that are counted once."""

from collections import Counter


def single_numbers(nums):
    return [value for value, count in Counter(nums).items() if count == 1]
