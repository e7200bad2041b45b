# expect: wrong_answer
# Starts anew with 1 after a zero and counts that 1.
def max_product(nums):
    if not nums:
        raise ValueError("empty")
    best = max(nums)
    high = low = 1
    for x in nums:
        if x == 0:
            high = low = 1
            continue
        high, low = max(x, high * x, low * x), min(x, high * x, low * x)
        best = max(best, high, 1 if len(nums) > 1 else best)
    return best
