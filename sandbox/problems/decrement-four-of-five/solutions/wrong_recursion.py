# expect: runtime_error
def max_operations(nums):
    a = sorted(nums)
    if a[1] == 0:
        return 0
    return 1 + max_operations([a[0], a[1] - 1, a[2] - 1, a[3] - 1, a[4] - 1])
