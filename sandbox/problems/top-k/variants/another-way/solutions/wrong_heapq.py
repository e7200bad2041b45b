# expect: rejected
from heapq import heapify, heappop


def top_k(nums, k):
    if not 0 <= k <= len(nums):
        raise ValueError(k)
    heap = [-x for x in nums]
    heapify(heap)
    return [-heappop(heap) for _ in range(k)]
