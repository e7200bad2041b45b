# expect: wrong_answer
import random


def quick_sort(nums):
    if not nums:
        return []
    p = random.choice(nums)
    return quick_sort([x for x in nums if x < p]) + [p] + quick_sort([x for x in nums if x > p])
