# expect: accepted
def my_sqrt(x):
    if x < 0:
        raise ValueError("negative")
    r = int(x**0.5)
    while r * r > x:
        r -= 1
    while (r + 1) ** 2 <= x:
        r += 1
    return r
