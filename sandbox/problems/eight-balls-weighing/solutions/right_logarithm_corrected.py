# expect: accepted
# Floats only for a first guess.
import math


def min_weighings(n):
    if n < 1:
        raise ValueError
    k = round(math.log(n, 3))
    while 3**k < n:
        k += 1
    while k and 3 ** (k - 1) >= n:
        k -= 1
    return k
