# expect: time_limit
# Waits for r to stay the same; below a square it swings between two values.
def my_sqrt(x):
    if x < 0:
        raise ValueError
    if x == 0:
        return 0
    r = x
    while True:
        following = (r + x // r) // 2
        if following == r:
            return r
        r = following
