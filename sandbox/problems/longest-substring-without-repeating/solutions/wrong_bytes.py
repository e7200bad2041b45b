# expect: wrong_answer
# Compares the bytes of the encoded text.
def length_of_longest_substring(s):
    last, left, best = {}, 0, 0
    for right, c in enumerate(s.encode()):
        left = max(left, last.get(c, -1) + 1)
        last[c] = right
        best = max(best, right - left + 1)
    return best
