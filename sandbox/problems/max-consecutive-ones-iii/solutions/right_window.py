# expect: accepted
def longest_ones(nums, k):
    left = zeros = best = 0
    for right, x in enumerate(nums):
        zeros += 1 - x
        while zeros > k:
            zeros -= 1 - nums[left]
            left += 1
        best = max(best, right - left + 1)
    return best
