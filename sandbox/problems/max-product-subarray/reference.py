"""All slices where the list is short; the largest and smallest product that end at each element otherwise."""

from itertools import accumulate
from operator import mul


def max_product(nums):
    if not nums:
        raise ValueError("an empty list has no non-empty slice")
    if len(nums) <= 60:
        return max(max(accumulate(nums[start:], mul)) for start in range(len(nums)))
    best = high = low = nums[0]
    for number in nums[1:]:
        ending_here = (number, high * number, low * number)
        high, low = max(ending_here), min(ending_here)
        best = max(best, high)
    return best
