# expect: time_limit
# Tries every length from 1 on, and walks through both strings for each.
def divides(t, s):
    return all(c == t[i % len(t)] for i, c in enumerate(s)) and len(s) % len(t) == 0


def gcd_of_strings(a, b):
    best = ""
    for n in range(1, min(len(a), len(b)) + 1):
        if divides(a[:n], a) and divides(a[:n], b):
            best = a[:n]
    return best
