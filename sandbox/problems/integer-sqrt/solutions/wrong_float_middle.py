# expect: wrong_answer
# Halves with floats, down to a small gap.
def my_sqrt(x):
    if x < 0:
        raise ValueError
    low, high = 0.0, float(x) + 1
    for _ in range(200):
        mid = (low + high) / 2
        if mid * mid <= x:
            low = mid
        else:
            high = mid
    return int(low)
