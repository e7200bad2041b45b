# expect: accepted
from math import gcd


def gcd_of_strings(a: str, b: str) -> str:
    return a[: gcd(len(a), len(b))] if a + b == b + a else ""
