# expect: rejected
import bisect


def top_k(nums, k):
    if not 0 <= k <= len(nums):
        raise ValueError(k)
    kept = []
    for x in nums:
        bisect.insort(kept, x)
        if len(kept) > k:
            kept.pop(0)
    return kept
