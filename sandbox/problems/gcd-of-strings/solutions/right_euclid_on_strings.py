# expect: accepted
# Takes whole multiples of the shorter string away at a time.
def gcd_of_strings(a, b):
    while b:
        if len(a) < len(b):
            a, b = b, a
            continue
        times = len(a) // len(b)
        if not a.startswith(b * times):
            return ""
        a, b = b, a[len(b) * times :]
    return a
