# expect: accepted
# Prefix sum minus the smallest prefix before it.
from itertools import accumulate


def max_subarray_sum(nums: list[int]) -> int:
    if len(nums) == 0:
        raise ValueError
    answer, lowest = None, 0
    for prefix in accumulate(nums):
        if answer is None or prefix - lowest > answer:
            answer = prefix - lowest
        lowest = min(lowest, prefix)
    return answer
