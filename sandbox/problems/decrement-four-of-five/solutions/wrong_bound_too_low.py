# expect: wrong_answer
# Searches no further than the largest number but one.
def max_operations(nums):
    low, high = 0, sorted(nums)[3]
    while low < high:
        k = (low + high) // 2
        if sum(min(x, k) for x in nums) >= 4 * k:
            low = k + 1
        else:
            high = k
    return max(low - 1, 0)
