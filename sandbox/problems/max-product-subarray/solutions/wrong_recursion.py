# expect: runtime_error
# One stack frame an element.
def max_product(nums):
    if not nums:
        raise ValueError("empty")

    def ending_at(i):
        if i == 0:
            return nums[0], nums[0], nums[0]
        high, low, best = ending_at(i - 1)
        options = (nums[i], high * nums[i], low * nums[i])
        return max(options), min(options), max(best, *options)

    return ending_at(len(nums) - 1)[2]
