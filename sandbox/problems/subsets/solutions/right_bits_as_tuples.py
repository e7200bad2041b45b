# expect: accepted
# Tuples count as lists.
def subsets(nums):
    n = len(nums)
    return [tuple(nums[i] for i in range(n) if mask >> i & 1) for mask in range(1 << n)]
