# expect: wrong_answer
# Computes the smallest from the largest that has just been overwritten.
def max_product(nums):
    if not nums:
        raise ValueError("empty")
    best = high = low = nums[0]
    for x in nums[1:]:
        high = max(x, high * x, low * x)
        low = min(x, high * x, low * x)
        best = max(best, high)
    return best
