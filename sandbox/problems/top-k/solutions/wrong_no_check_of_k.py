# expect: wrong_answer
import heapq


def top_k(nums, k):
    if k <= 0:
        return []
    heap = []
    for x in nums:
        heapq.heappush(heap, x)
        if len(heap) > k:
            heapq.heappop(heap)
    return heap
