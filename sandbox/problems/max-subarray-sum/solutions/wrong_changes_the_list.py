# expect: wrong_answer
# The DP table is the list of the caller.
def max_subarray_sum(nums):
    for i in range(1, len(nums)):
        nums[i] += max(nums[i - 1], 0)
    return max(nums)
