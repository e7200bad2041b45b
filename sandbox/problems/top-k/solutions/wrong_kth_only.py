# expect: wrong_answer
import heapq


def top_k(nums, k):
    if not 0 <= k <= len(nums):
        raise ValueError
    if k == 0:
        return []
    heap = nums[:k]
    heapq.heapify(heap)
    for x in nums[k:]:
        heapq.heappushpop(heap, x)
    return heap[0]
