# expect: wrong_answer
# Floats are exact up to 2 ** 53 only.
def max_product(nums):
    if not nums:
        raise ValueError("empty")
    best = high = low = float(nums[0])
    for x in nums[1:]:
        high, low = max(x, high * x, low * x), min(x, high * x, low * x)
        best = max(best, high)
    return int(best)
