# expect: accepted
def my_sqrt(x):
    if x < 0:
        raise ValueError
    r = x
    while r * r > x:
        r = (r + x // r) // 2
    return r
