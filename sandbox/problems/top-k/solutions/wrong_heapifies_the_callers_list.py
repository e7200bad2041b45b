# expect: wrong_answer
from heapq import heapify, heappop


def top_k(nums, k):
    if not 0 <= k <= len(nums):
        raise ValueError
    heapify(nums)
    while len(nums) > k:
        heappop(nums)
    return nums
