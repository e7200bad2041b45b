# expect: wrong_answer
from math import gcd


def gcd_of_strings(a, b):
    return a[: gcd(len(a), len(b))]
