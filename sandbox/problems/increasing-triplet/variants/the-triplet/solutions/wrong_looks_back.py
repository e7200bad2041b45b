# expect: time_limit
def increasing_triplet(nums):
    for j in range(1, len(nums) - 1):
        low, high = min(nums[:j]), max(nums[j + 1 :])
        if low < nums[j] < high:
            return [low, nums[j], high]
    return []
