"""Counts where the list is short; otherwise halves between even indices."""

from collections import Counter


def single_non_duplicate(nums):
    if len(nums) < 100:
        [single] = [value for value, count in Counter(nums).items() if count == 1]
        return single
    low, high = 0, len(nums) // 2
    while low < high:
        middle = (low + high) // 2
        if nums[2 * middle] == nums[2 * middle + 1]:
            low = middle + 1
        else:
            high = middle
    return nums[2 * low]
