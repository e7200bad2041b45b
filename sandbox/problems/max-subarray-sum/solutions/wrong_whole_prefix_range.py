# expect: wrong_answer
# The smallest prefix may come after the largest.
from itertools import accumulate


def max_subarray_sum(nums):
    if not nums:
        raise ValueError
    prefixes = [0, *accumulate(nums)]
    return max(prefixes) - min(prefixes)
