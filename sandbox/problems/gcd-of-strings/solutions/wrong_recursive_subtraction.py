# expect: runtime_error
def gcd_of_strings(a, b):
    if len(a) < len(b):
        return gcd_of_strings(b, a)
    if not b:
        return a
    if not a.startswith(b):
        return ""
    return gcd_of_strings(a[len(b) :], b)
