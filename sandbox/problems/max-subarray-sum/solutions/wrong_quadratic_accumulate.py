# expect: time_limit
# Right, but O(n^2) in C.
from itertools import accumulate


def max_subarray_sum(nums):
    return max(max(accumulate(nums[start:])) for start in range(len(nums)))
