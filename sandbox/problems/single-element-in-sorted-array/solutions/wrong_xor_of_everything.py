# expect: time_limit
from functools import reduce
from operator import xor


def single_non_duplicate(nums):
    return reduce(xor, nums)
