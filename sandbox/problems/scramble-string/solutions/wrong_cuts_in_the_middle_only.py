# expect: wrong_answer
def is_scramble(s1, s2):
    if s1 == s2:
        return True
    if len(s1) != len(s2) or sorted(s1) != sorted(s2):
        return False
    m = len(s1) // 2
    n = len(s1)
    return (is_scramble(s1[:m], s2[:m]) and is_scramble(s1[m:], s2[m:])) or (
        is_scramble(s1[:m], s2[n - m :]) and is_scramble(s1[m:], s2[: n - m])
    )
