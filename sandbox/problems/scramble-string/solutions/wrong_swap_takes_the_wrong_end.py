# expect: wrong_answer
# In the swapped case the parts must have equal lengths; here s2 is cut at i as well.
def is_scramble(s1, s2):
    n = len(s1)
    if n != len(s2):
        return False
    known = {}

    def go(i, j, length):
        if s1[i : i + length] == s2[j : j + length]:
            return True
        key = (i, j, length)
        if key not in known:
            known[key] = any(
                (go(i, j, k) and go(i + k, j + k, length - k))
                or (2 * k == length and go(i, j + k, k) and go(i + k, j, k))
                for k in range(1, length)
            )
        return known[key]

    return go(0, 0, n)
