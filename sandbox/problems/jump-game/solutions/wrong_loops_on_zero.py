# expect: time_limit
# Stands still on a zero for ever.
def can_jump(nums):
    i = 0
    while i < len(nums) - 1:
        best = i
        for j in range(i + 1, min(i + nums[i], len(nums) - 1) + 1):
            if j + nums[j] >= best + nums[best] or j == len(nums) - 1:
                best = j
        i = best
    return True
