# expect: wrong_answer
from functools import reduce
from operator import xor


def single_numbers(nums):
    return reduce(xor, nums)
