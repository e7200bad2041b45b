# expect: runtime_error
import random


def top_k(nums, k):
    if not 0 < k <= len(nums):
        raise ValueError(k)
    kept, rest = [], list(nums)
    while len(kept) < k:
        pivot = random.choice(rest)
        more = [x for x in rest if x > pivot]
        same = [x for x in rest if x == pivot][: max(k - len(kept) - len(more), 0)]
        if len(more) + len(kept) > k:
            rest = more
            continue
        kept += more + same
        rest = [x for x in rest if x < pivot]
    return kept
