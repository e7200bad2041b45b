# expect: wrong_answer
import random


def falling(a):
    if len(a) < 2:
        return a
    pivot = random.choice(a)
    more = [x for x in a if x > pivot]
    less = [x for x in a if x < pivot]
    return falling(more) + [x for x in a if x == pivot] + falling(less)


def top_k(nums, k):
    if not 0 <= k <= len(nums):
        raise ValueError(k)
    return falling(nums)[len(nums) - k :]
