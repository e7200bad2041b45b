# expect: time_limit
# Right, but marks every index again and again.
def can_jump(nums):
    n = len(nums)
    reach = [False] * n
    reach[0] = True
    for i in range(n):
        if reach[i]:
            for j in range(i + 1, min(i + nums[i], n - 1) + 1):
                reach[j] = True
    return reach[-1]
