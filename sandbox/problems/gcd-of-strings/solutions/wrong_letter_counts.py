# expect: wrong_answer
from collections import Counter
from math import gcd


def gcd_of_strings(a, b):
    n = gcd(len(a), len(b))
    t = Counter(a[:n])
    for s in (a, b):
        if Counter({c: k * (len(s) // n) for c, k in t.items()}) != Counter(s):
            return ""
    return a[:n]
