# expect: accepted
import random


def top_k(nums, k):
    if not 0 <= k <= len(nums):
        raise ValueError
    kept, rest = [], nums
    while len(kept) < k:
        pivot = random.choice(rest)
        more = [x for x in rest if x > pivot]
        same = [x for x in rest if x == pivot]
        missing = k - len(kept)
        if len(more) > missing:
            rest = more
        elif len(more) + len(same) >= missing:
            kept += more + same[: missing - len(more)]
        else:
            kept += more + same
            rest = [x for x in rest if x < pivot]
    return kept
