# expect: wrong_answer
def max_operations(nums):
    nums.sort()
    return min(sum(nums) // 4, sum(nums[:4]) // 3, sum(nums[:3]) // 2, nums[0] + nums[1])
