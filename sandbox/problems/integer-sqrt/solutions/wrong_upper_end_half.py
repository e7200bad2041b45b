# expect: wrong_answer
# x // 2 is no upper end for 1.
def my_sqrt(x):
    if x < 0:
        raise ValueError
    low, high = 0, x // 2
    while low <= high:
        mid = (low + high) // 2
        if mid * mid <= x:
            low = mid + 1
        else:
            high = mid - 1
    return high
