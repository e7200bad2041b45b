# expect: wrong_answer
from math import gcd


def gcd_of_strings(a, b):
    t = a[: gcd(len(a), len(b))]
    return t if t * (len(a) // len(t)) == a else ""
