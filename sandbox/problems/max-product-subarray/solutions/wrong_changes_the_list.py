# expect: wrong_answer
# The running products are written into the caller's list.
def max_product(nums):
    if not nums:
        raise ValueError("empty")
    backwards = nums[::-1]
    for i in range(1, len(nums)):
        nums[i] *= nums[i - 1] or 1
        backwards[i] *= backwards[i - 1] or 1
    return max(nums + backwards)
