# expect: time_limit
def max_operations(nums):
    a = sorted(nums)
    count = 0
    while a[1] > 0:
        for i in range(1, 5):
            a[i] -= 1
        a.sort()
        count += 1
    return count
