# expect: accepted
def my_sqrt(x: int) -> int:
    if x < 0:
        raise ValueError("x must not be negative")
    low, high = 0, x
    while low <= high:
        mid = (low + high) // 2
        if mid * mid <= x:
            low = mid + 1
        else:
            high = mid - 1
    return high
