# expect: accepted
from functools import lru_cache


@lru_cache(maxsize=None)
def is_scramble(s1: str, s2: str) -> bool:
    if s1 == s2:
        return True
    if len(s1) != len(s2):
        return False
    n = len(s1)
    return any(
        is_scramble(s1[:i], s2[:i])
        and is_scramble(s1[i:], s2[i:])
        or is_scramble(s1[:i], s2[n - i :])
        and is_scramble(s1[i:], s2[: n - i])
        for i in range(1, n)
    )
