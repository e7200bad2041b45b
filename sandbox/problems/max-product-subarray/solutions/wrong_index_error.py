# expect: wrong_answer
# An empty list ends in an IndexError.
def max_product(nums):
    best = high = low = nums[0]
    for x in nums[1:]:
        high, low = max(x, high * x, low * x), min(x, high * x, low * x)
        best = max(best, high)
    return best
