# expect: wrong_answer
# Not contiguous.
def max_subarray_sum(nums):
    return sum(x for x in nums if x > 0) or max(nums)
