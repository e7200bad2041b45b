# expect: accepted
# Shrinks the bound until cutting the numbers off at it changes nothing.
def max_operations(nums):
    k = sum(nums) // 4
    while True:
        smaller = sum(min(x, k) for x in nums) // 4
        if smaller >= k:
            return k
        k = smaller
