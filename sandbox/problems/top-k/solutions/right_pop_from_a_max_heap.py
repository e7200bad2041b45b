# expect: accepted
from heapq import heapify, heappop


class OutOfRange(ValueError):
    pass


def largest_first(nums):
    heap = [-x for x in nums]
    heapify(heap)
    while heap:
        yield -heappop(heap)


def top_k(nums: list[int], k: int) -> list[int]:
    if not 0 <= k <= len(nums):
        raise OutOfRange(k)
    return [x for x, _ in zip(largest_first(nums), range(k))]
