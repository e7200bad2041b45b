"""Every prefix, longest first, where the strings are short; otherwise what a + b == b + a says about the lengths."""

from math import gcd


def gcd_of_strings(a, b):
    if len(a) + len(b) <= 100:
        for length in range(min(len(a), len(b)), 0, -1):
            t = a[:length]
            if all(t * (len(s) // length) == s for s in (a, b)):
                return t
        return ""
    return a[: gcd(len(a), len(b))] if a + b == b + a else ""
