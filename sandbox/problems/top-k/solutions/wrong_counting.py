# expect: runtime_error
# A table over all values: they may be anything.
def top_k(nums, k):
    if not 0 <= k <= len(nums):
        raise ValueError
    if k == 0:
        return []
    low = min(nums)
    count = [0] * (max(nums) - low + 1)
    for x in nums:
        count[x - low] += 1
    best = []
    for i in range(len(count) - 1, -1, -1):
        best += [i + low] * count[i]
        if len(best) >= k:
            return best[:k]
    return best
