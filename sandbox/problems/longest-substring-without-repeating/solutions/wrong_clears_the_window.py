# expect: wrong_answer
# Forgets everything at a repetition.
def length_of_longest_substring(s):
    window, best = set(), 0
    for c in s:
        if c in window:
            window.clear()
        window.add(c)
        best = max(best, len(window))
    return best
