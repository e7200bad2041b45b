# expect: time_limit
# A sliding window that adds itself up at each step.
def longest_ones(nums, k):
    left = best = 0
    for right in range(len(nums)):
        while right - left + 1 - sum(nums[left : right + 1]) > k:
            left += 1
        best = max(best, right - left + 1)
    return best
