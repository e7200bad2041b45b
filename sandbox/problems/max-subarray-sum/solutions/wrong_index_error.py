# expect: wrong_answer
# IndexError for the empty list instead of ValueError.
def max_subarray_sum(nums):
    best = current = nums[0]
    for x in nums[1:]:
        current = max(x, current + x)
        best = max(best, current)
    return best
