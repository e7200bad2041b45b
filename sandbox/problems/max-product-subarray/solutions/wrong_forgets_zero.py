# expect: wrong_answer
# Splits at the zeros and never takes a zero as the answer.
def max_product(nums):
    if not nums:
        raise ValueError("empty")
    best, high, low = float("-inf"), 1, 1
    for x in nums:
        if x == 0:
            high = low = 1
            continue
        high, low = max(x, high * x, low * x), min(x, high * x, low * x)
        best = max(best, high)
    return best if best != float("-inf") else 0
