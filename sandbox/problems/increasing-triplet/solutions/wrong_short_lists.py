# expect: runtime_error
def increasing_triplet(nums):
    low, rest = nums[0], list(nums)
    for i in range(len(rest) - 2, -1, -1):
        rest[i] = max(rest[i], rest[i + 1])
    for j in range(1, len(nums) - 1):
        if low < nums[j] < rest[j + 1]:
            return True
        low = min(low, nums[j])
    return False
