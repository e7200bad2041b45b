# expect: accepted
from functools import reduce


def subsets(nums):
    return reduce(lambda found, x: found + [subset + [x] for subset in found], nums, [[]])
