# expect: accepted
# The triplet with the last possible middle, as a tuple.
def increasing_triplet(nums):
    high, candidates = None, []
    for j in range(len(nums) - 1, -1, -1):
        if high is None or nums[j] >= high:
            high = nums[j]
        else:
            candidates.append((j, high))
    lows, low = [], None
    for x in nums:
        lows.append(low)
        low = x if low is None else min(low, x)
    return next(((lows[j], nums[j], top) for j, top in candidates if j and lows[j] < nums[j]), ())
