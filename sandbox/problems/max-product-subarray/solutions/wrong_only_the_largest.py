# expect: wrong_answer
# Kadane with times instead of plus: forgets that the smallest may become the largest.
def max_product(nums):
    if not nums:
        raise ValueError("empty")
    best = here = nums[0]
    for x in nums[1:]:
        here = max(x, here * x)
        best = max(best, here)
    return best
