# expect: time_limit
def increasing_triplet(nums):
    return any(min(nums[:j]) < nums[j] < max(nums[j + 1 :]) for j in range(1, len(nums) - 1))
