# expect: rejected
from heapq import nlargest as best


def top_k(nums, k):
    if not 0 <= k <= len(nums):
        raise ValueError
    return best(k, nums)
