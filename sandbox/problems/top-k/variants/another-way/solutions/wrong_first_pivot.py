# expect: time_limit
# Quickselect with the first element: quadratic on sorted input.
def top_k(nums, k):
    if not 0 <= k <= len(nums):
        raise ValueError
    kept, rest = [], list(nums)
    while len(kept) < k:
        pivot = rest[0]
        more = [x for x in rest[1:] if x > pivot]
        less = [x for x in rest[1:] if x <= pivot]
        if len(kept) + len(more) >= k:
            rest = more
        else:
            kept += more + [pivot]
            rest = less
    return kept
