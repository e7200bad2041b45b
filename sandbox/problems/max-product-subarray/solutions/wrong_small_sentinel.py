# expect: wrong_answer
def max_product(nums):
    if not nums:
        raise ValueError("empty")
    best, high, low = -(2**31), 1, 1
    for x in nums:
        high, low = max(x, high * x, low * x), min(x, high * x, low * x)
        best = max(best, high)
    return best
