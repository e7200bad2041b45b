# expect: wrong_answer
# Gives up at every negative number.
def max_subarray_sum(nums):
    if not nums:
        raise ValueError
    best, current = max(nums), 0
    for x in nums:
        if x < 0:
            current = 0
            continue
        current += x
        best = max(best, current)
    return best
