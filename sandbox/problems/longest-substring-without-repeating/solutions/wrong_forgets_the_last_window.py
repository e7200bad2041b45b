# expect: wrong_answer
# Takes the maximum only when a repetition ends the window.
def length_of_longest_substring(s):
    last = {}
    left = best = 0
    for right, c in enumerate(s):
        if last.get(c, -1) >= left:
            best = max(best, right - left)
            left = last[c] + 1
        last[c] = right
    return best
