# expect: accepted
def divides(t, s):
    return len(s) % len(t) == 0 and t * (len(s) // len(t)) == s


def gcd_of_strings(a, b):
    if len(a) > len(b):
        a, b = b, a
    for parts in range(1, len(a) + 1):
        if len(a) % parts == 0 and divides(t := a[: len(a) // parts], a) and divides(t, b):
            return t
    return ""
