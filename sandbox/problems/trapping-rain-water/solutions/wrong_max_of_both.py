# expect: wrong_answer
from itertools import accumulate


def trap(height):
    left = accumulate(height, max)
    right = list(accumulate(height[::-1], max))[::-1]
    return sum(max(a, b) - bar for a, b, bar in zip(left, right, height))
