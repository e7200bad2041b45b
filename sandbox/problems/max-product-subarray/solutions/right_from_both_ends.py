# expect: accepted
# The best slice between two zeros starts at the left or ends at the right of the segment.
from itertools import chain


def running(nums):
    product = 0
    for x in nums:
        product = product * x if product else x
        yield product


def max_product(nums):
    if not nums:
        raise ValueError
    return max(chain(running(nums), running(reversed(nums))))
