# expect: wrong_answer
from math import gcd


def gcd_of_strings(a, b):
    if a + b == b + a:
        return a[: gcd(len(a), len(b))]
