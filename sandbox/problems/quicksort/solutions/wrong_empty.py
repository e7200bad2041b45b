# expect: runtime_error
import random


def quick_sort(nums):
    if len(nums) == 1:
        return nums
    p = random.choice(nums)
    less, more = [x for x in nums if x < p], [x for x in nums if x > p]
    return (quick_sort(less) if less else []) + [x for x in nums if x == p] + (quick_sort(more) if more else [])
