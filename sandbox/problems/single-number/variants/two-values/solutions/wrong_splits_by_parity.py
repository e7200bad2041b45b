# expect: wrong_answer
# The two values may both be even.
from functools import reduce
from operator import xor


def single_numbers(nums):
    return [reduce(xor, (x for x in nums if x % 2 == rest), 0) for rest in (0, 1)]
