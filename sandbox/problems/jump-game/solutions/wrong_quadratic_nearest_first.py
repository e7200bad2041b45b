# expect: time_limit
# Right, but looks back over everything.
def can_jump(nums):
    n = len(nums)
    dp = [True] + [False] * (n - 1)
    for i in range(1, n):
        for j in range(i - 1, -1, -1):
            if dp[j] and j + nums[j] >= i:
                dp[i] = True
                break
    return dp[n - 1]
