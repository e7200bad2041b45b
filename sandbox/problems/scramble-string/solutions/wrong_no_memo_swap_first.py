# expect: time_limit
from collections import Counter


def search(a, b, swapped):
    if a == b:
        return True
    if Counter(a) != Counter(b):
        return False
    n = len(a)
    for i in range(n - 1, 0, -1):
        for swap in (True, False):
            left, right = (b[n - i :], b[: n - i]) if swap else (b[:i], b[i:])
            if Counter(a[:i]) == Counter(left) and search(a[:i], left, swap) and search(a[i:], right, swap):
                return True
    return False


def is_scramble(s1, s2):
    return search(s1, s2, False)
