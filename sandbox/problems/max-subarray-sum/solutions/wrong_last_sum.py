# expect: wrong_answer
# Forgets the best sum on the way.
def max_subarray_sum(nums):
    if not nums:
        raise ValueError
    current = nums[0]
    for x in nums[1:]:
        current = max(x, current + x)
    return current
