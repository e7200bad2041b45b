# expect: time_limit
# Right, but scans a slice for each index.
def can_jump(nums):
    n = len(nums)
    good = [False] * n
    good[-1] = True
    for i in range(n - 2, -1, -1):
        good[i] = any(good[i + 1 : i + nums[i] + 1])
    return good[0]
