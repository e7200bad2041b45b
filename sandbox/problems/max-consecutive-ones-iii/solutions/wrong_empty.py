# expect: runtime_error
def longest_ones(nums, k):
    left, zeros = 0, 1 - nums[0]
    for x in nums[1:]:
        if zeros > k:
            zeros -= 1 - nums[left]
            left += 1
        zeros += 1 - x
    return len(nums) - left - (zeros > k)
