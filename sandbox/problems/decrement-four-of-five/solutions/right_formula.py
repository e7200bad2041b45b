# expect: accepted
# With the j largest numbers no longer limiting, k * (4 - j) <= the sum of the others.
def max_operations(nums: list[int]) -> int:
    a = sorted(nums)
    return min(sum(a) // 4, sum(a[:4]) // 3, sum(a[:3]) // 2, a[0] + a[1])
