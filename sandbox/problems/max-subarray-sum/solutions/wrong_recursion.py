# expect: runtime_error
# One stack frame for each element.
def max_subarray_sum(nums):
    def ending_at(i):
        if i == 0:
            return nums[0], nums[0]
        best, current = ending_at(i - 1)
        current = max(nums[i], current + nums[i])
        return max(best, current), current

    if not nums:
        raise ValueError
    return ending_at(len(nums) - 1)[0]
