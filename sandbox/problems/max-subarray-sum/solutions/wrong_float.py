# expect: wrong_answer
# A float instead of an int.
def max_subarray_sum(nums):
    if not nums:
        raise ValueError
    best, current = float("-inf"), 0.0
    for x in nums:
        current = max(x, current + x)
        best = max(best, current)
    return float(best)
