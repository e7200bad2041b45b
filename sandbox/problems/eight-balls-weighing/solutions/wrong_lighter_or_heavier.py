# expect: wrong_answer
# For an odd ball of which nobody knows whether it is lighter or heavier.
def min_weighings(n):
    if n < 1:
        raise ValueError
    k = 0
    while (3**k - 1) // 2 < n - 1:
        k += 1
    return k
