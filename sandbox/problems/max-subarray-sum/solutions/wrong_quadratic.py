# expect: time_limit
# Right, but O(n^2).
def max_subarray_sum(nums):
    if not nums:
        raise ValueError
    best = nums[0]
    for i in range(len(nums)):
        total = 0
        for j in range(i, len(nums)):
            total += nums[j]
            if total > best:
                best = total
    return best
