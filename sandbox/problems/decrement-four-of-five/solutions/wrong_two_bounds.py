# expect: wrong_answer
# The sum and the two smallest, but not three or four of them.
def max_operations(nums):
    a = sorted(nums)
    return min(sum(a) // 4, a[0] + a[1])
