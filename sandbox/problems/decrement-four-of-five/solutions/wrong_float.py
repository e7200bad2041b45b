# expect: wrong_answer
# Divides without rounding down.
def max_operations(nums):
    a = sorted(nums)
    return min(sum(a) / 4, sum(a[:4]) / 3, sum(a[:3]) / 2, a[0] + a[1])
