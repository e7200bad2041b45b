# expect: wrong_answer
# Returns what ends at the last element instead of the best of all ends.
def max_product(nums):
    if not nums:
        raise ValueError("empty")
    high = low = nums[0]
    for x in nums[1:]:
        high, low = max(x, high * x, low * x), min(x, high * x, low * x)
    return high
