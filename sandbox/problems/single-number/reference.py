"""The value that is counted once."""

from collections import Counter


def single_number(nums):
    [single] = [value for value, count in Counter(nums).items() if count == 1]
    return single
