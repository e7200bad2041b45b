# expect: wrong_answer
def length_of_longest_substring(s):
    last, left, best = {}, 0, ""
    for right, c in enumerate(s):
        left = max(left, last.get(c, -1) + 1)
        last[c] = right
        if right - left + 1 > len(best):
            best = s[left : right + 1]
    return best
