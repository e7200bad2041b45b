# expect: runtime_error
def length_of_longest_substring(s):
    last = [-1] * 128
    left = best = 0
    for right, c in enumerate(s):
        left = max(left, last[ord(c)] + 1)
        last[ord(c)] = right
        best = max(best, right - left + 1)
    return best
