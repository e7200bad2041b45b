# expect: wrong_answer
def length_of_longest_substring(s):
    last, left, best = {}, 0, 0
    for right, c in enumerate(s.lower()):
        left = max(left, last.get(c, -1) + 1)
        last[c] = right
        best = max(best, right - left + 1)
    return best
