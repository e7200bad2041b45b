# expect: wrong_answer
# Sorts only the left part again.
import random


def quick_sort(nums):
    if len(nums) < 2:
        return nums
    p = random.choice(nums)
    less = [x for x in nums if x < p]
    equal = [x for x in nums if x == p]
    return quick_sort(less) + equal + [x for x in nums if x > p]
