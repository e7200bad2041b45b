"""All scrambles by the definition where the strings are short; otherwise a table over start, start and length."""

from functools import cache


@cache
def scrambles(text):
    if len(text) < 2:
        return frozenset([text])
    found = set()
    for cut in range(1, len(text)):
        for left in scrambles(text[:cut]):
            for right in scrambles(text[cut:]):
                found |= {left + right, right + left}
    return frozenset(found)


def is_scramble(s1, s2):
    n = len(s1)
    if n != len(s2):
        return False
    if n <= 5:
        return s2 in scrambles(s1)
    possible = {(i, j, 1) for i in range(n) for j in range(n) if s1[i] == s2[j]}
    for length in range(2, n + 1):
        for i in range(n - length + 1):
            for j in range(n - length + 1):
                for cut in range(1, length):
                    rest = length - cut
                    kept = (i, j, cut) in possible and (i + cut, j + cut, rest) in possible
                    if kept or ((i, j + rest, cut) in possible and (i + cut, j, rest) in possible):
                        possible.add((i, j, length))
                        break
    return (0, 0, n) in possible
