# expect: time_limit
def my_sqrt(x):
    if x < 0:
        raise ValueError
    r = 0
    while (r + 1) * (r + 1) <= x:
        r += 1
    return r
