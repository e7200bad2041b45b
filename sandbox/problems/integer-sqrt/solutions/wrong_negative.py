# expect: wrong_answer
def my_sqrt(x):
    low, high = 0, x
    while low <= high:
        mid = (low + high) // 2
        if mid * mid <= x:
            low = mid + 1
        else:
            high = mid - 1
    return high
