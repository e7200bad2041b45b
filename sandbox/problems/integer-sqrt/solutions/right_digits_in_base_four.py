# expect: accepted
# The root of x // 4 gives all binary digits of the root but the last.
def sqrt(x):
    if x < 2:
        return x
    r = sqrt(x >> 2) << 1
    return r + ((r + 1) * (r + 1) <= x)


def my_sqrt(x):
    if x < 0:
        raise ValueError(x)
    return sqrt(x)
