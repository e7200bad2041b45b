# expect: wrong_answer
# All values down to the k-th, which may be more than k.
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
    border = heap[0]
    return [x for x in nums if x >= border]
