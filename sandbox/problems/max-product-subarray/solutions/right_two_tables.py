# expect: accepted
def max_product(nums):
    n = len(nums)
    if n == 0:
        raise ValueError("empty")
    f, g = [0] * n, [0] * n
    f[0] = g[0] = nums[0]
    for i in range(1, n):
        f[i] = max(f[i - 1] * nums[i], g[i - 1] * nums[i], nums[i])
        g[i] = min(f[i - 1] * nums[i], g[i - 1] * nums[i], nums[i])
    return max(f)
