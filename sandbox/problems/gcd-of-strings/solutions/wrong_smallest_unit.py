# expect: wrong_answer
def gcd_of_strings(a, b):
    for n in range(1, min(len(a), len(b)) + 1):
        if len(a) % n == len(b) % n == 0:
            t = a[:n]
            if t * (len(a) // n) == a and t * (len(b) // n) == b:
                return t
    return ""
