# expect: wrong_answer
def increasing_triplet(nums):
    return any(a < b < c for a, b, c in zip(nums, nums[1:], nums[2:]))
