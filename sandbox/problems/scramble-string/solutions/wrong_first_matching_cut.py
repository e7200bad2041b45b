# expect: wrong_answer
# Goes on with the first cut whose letters match, and never comes back.
def is_scramble(s1, s2):
    if s1 == s2:
        return True
    n = len(s1)
    if sorted(s1) != sorted(s2):
        return False
    for i in range(1, n):
        if sorted(s1[:i]) == sorted(s2[:i]):
            return is_scramble(s1[:i], s2[:i]) and is_scramble(s1[i:], s2[i:])
        if sorted(s1[:i]) == sorted(s2[n - i :]):
            return is_scramble(s1[:i], s2[n - i :]) and is_scramble(s1[i:], s2[: n - i])
    return False
