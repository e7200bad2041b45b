# expect: accepted
# Shuffles first, so that the first element is as good a pivot as any.
import random


def ordered(values):
    if not values:
        return
    pivot, less, equal, greater = values[0], [], 0, []
    for x in values:
        if x == pivot:
            equal += 1
        else:
            (less if x < pivot else greater).append(x)
    yield from ordered(less)
    yield from (pivot for _ in range(equal))
    yield from ordered(greater)


def quick_sort(nums):
    random.shuffle(nums)
    return tuple(ordered(nums))
