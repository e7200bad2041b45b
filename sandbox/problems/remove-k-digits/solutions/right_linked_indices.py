# expect: accepted
def remove_kdigits(num, k):
    n = len(num)
    previous, following = list(range(-1, n - 1)), list(range(1, n + 1))
    gone = [False] * n
    i = 0
    while k and i < n:
        j = following[i]
        if j < n and num[i] > num[j] or j == n:
            gone[i] = True
            k -= 1
            before = previous[i]
            if before >= 0:
                following[before] = j
            if j < n:
                previous[j] = before
            i = before if before >= 0 else j
        else:
            i = j
    rest = [d for d, removed in zip(num, gone) if not removed]
    start = 0
    while start < len(rest) and rest[start] == "0":
        start += 1
    return "".join(rest[start:]) if start < len(rest) else "0"
