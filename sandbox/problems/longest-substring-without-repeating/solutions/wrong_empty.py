# expect: runtime_error
def length_of_longest_substring(s):
    last, left, lengths = {}, 0, []
    for right, c in enumerate(s):
        left = max(left, last.get(c, -1) + 1)
        last[c] = right
        lengths.append(right - left + 1)
    return max(lengths)
