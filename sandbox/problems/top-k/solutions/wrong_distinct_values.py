# expect: wrong_answer
import heapq


def top_k(nums, k):
    if not 0 <= k <= len(nums):
        raise ValueError
    heap = [-x for x in set(nums)]
    heapq.heapify(heap)
    return [-heapq.heappop(heap) for _ in range(min(k, len(heap)))]
