# expect: wrong_answer
# Allows the empty slice.
def max_subarray_sum(nums):
    if not nums:
        raise ValueError("empty")
    best = current = 0
    for x in nums:
        current = max(0, current + x)
        best = max(best, current)
    return best
