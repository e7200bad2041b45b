# expect: wrong_answer
from math import gcd


def gcd_of_strings(a, b):
    n = gcd(len(a), len(b))
    return a[:n] if a[:n] == b[:n] else ""
