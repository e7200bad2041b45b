# expect: wrong_answer
def my_sqrt(x):
    if x < 0:
        raise ValueError
    low, high = 0, 2**31 - 1
    while low < high:
        mid = (low + high + 1) // 2
        if mid * mid <= x:
            low = mid
        else:
            high = mid - 1
    return low
