# expect: wrong_answer
# One cut, one swap, nothing inside the parts.
def is_scramble(s1, s2):
    return len(s1) == len(s2) and s2 in s1 + s1
