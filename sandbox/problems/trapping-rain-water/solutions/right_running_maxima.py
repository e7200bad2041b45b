# expect: accepted
from itertools import accumulate


def trap(height: list[int]) -> int:
    left = list(accumulate(height, max))
    right = list(accumulate(height[::-1], max))
    right.reverse()
    return sum(map(min, left, right)) - sum(height)
