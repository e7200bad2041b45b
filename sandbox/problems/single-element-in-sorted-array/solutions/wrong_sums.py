# expect: time_limit
def single_non_duplicate(nums):
    return sum(nums[::2]) - sum(nums[1::2])
