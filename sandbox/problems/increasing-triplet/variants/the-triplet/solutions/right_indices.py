# expect: accepted
def increasing_triplet(nums):
    n = len(nums)
    before, behind = [-1] * n, [-1] * n
    low = 0
    for i in range(n):
        if nums[i] <= nums[low]:
            low = i
        else:
            before[i] = low
    high = n - 1
    for i in reversed(range(n)):
        if nums[i] >= nums[high]:
            high = i
        else:
            behind[i] = high
    for j in range(n):
        if before[j] >= 0 and behind[j] >= 0:
            return [nums[before[j]], nums[j], nums[behind[j]]]
    return []
