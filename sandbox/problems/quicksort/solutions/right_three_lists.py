# expect: accepted
from random import choice


def quick_sort(nums):
    if len(nums) < 2:
        return nums
    p = choice(nums)
    return quick_sort([x for x in nums if x < p]) + [x for x in nums if x == p] + quick_sort([x for x in nums if x > p])
