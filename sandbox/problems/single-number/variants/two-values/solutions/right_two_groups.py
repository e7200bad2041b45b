# expect: accepted
from functools import reduce
from operator import xor


def single_numbers(nums: list[int]) -> list[int]:
    both = reduce(xor, nums)
    bit = both & -both
    first = reduce(xor, (x for x in nums if x & bit))
    return [first, first ^ both]
