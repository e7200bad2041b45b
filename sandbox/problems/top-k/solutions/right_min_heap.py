# expect: accepted
import heapq


def top_k(nums, k):
    if k < 0 or k > len(nums):
        raise ValueError("k out of range")
    if k == 0:
        return []
    heap = nums[:k]
    heapq.heapify(heap)
    for x in nums[k:]:
        if x > heap[0]:
            heapq.heapreplace(heap, x)
    return heap
