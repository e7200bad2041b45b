# expect: wrong_answer
# Returns the first r with r * r >= x.
def my_sqrt(x):
    if x < 0:
        raise ValueError
    low, high = 0, x
    while low < high:
        mid = (low + high) // 2
        if mid * mid < x:
            low = mid + 1
        else:
            high = mid
    return low
