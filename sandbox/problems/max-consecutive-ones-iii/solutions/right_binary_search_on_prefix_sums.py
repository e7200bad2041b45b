# expect: accepted
from bisect import bisect_left
from itertools import accumulate


def longest_ones(nums, k):
    zeros = [0, *accumulate(1 - x for x in nums)]
    return max(end - bisect_left(zeros, count - k, 0, end + 1) for end, count in enumerate(zeros))
