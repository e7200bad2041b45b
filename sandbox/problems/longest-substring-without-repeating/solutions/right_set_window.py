# expect: accepted
def length_of_longest_substring(s):
    window = set()
    i = j = best = 0
    n = len(s)
    while i < n and j < n:
        if s[j] not in window:
            window.add(s[j])
            j += 1
            best = max(best, j - i)
        else:
            window.remove(s[i])
            i += 1
    return best
