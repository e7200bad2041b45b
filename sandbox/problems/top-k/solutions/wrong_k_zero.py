# expect: runtime_error
import heapq


def top_k(nums, k):
    if not 0 <= k <= len(nums):
        raise ValueError
    heap = list(nums[:k])
    heapq.heapify(heap)
    for x in nums[k:]:
        if x > heap[0]:
            heapq.heapreplace(heap, x)
    return heap
