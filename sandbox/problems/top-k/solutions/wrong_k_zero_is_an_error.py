# expect: runtime_error
import heapq


def top_k(nums, k):
    if not 0 < k <= len(nums):
        raise ValueError
    heap = nums[:k]
    heapq.heapify(heap)
    for x in nums[k:]:
        heapq.heappushpop(heap, x)
    return heap
