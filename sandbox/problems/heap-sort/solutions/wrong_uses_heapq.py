# expect: rejected
from heapq import heapify, heappop


def heap_sort(nums):
    heapify(nums)
    return [heappop(nums) for _ in range(len(nums))]
