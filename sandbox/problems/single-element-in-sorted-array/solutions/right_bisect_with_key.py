# expect: accepted
from bisect import bisect_left


def single_non_duplicate(nums):
    k = bisect_left(range(len(nums) // 2), True, key=lambda pair: nums[2 * pair] != nums[2 * pair + 1])
    return nums[2 * k]
