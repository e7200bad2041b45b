# expect: wrong_answer
def is_scramble(s1, s2):
    n = len(s1)
    if n != len(s2):
        return 0
    if s1 == s2:
        return 1
    possible = {}
    for size in range(1, n + 1):
        for i in range(n - size + 1):
            for j in range(n - size + 1):
                possible[i, j, size] = int(s1[i : i + size] == s2[j : j + size])
                for k in range(1, size):
                    possible[i, j, size] |= possible[i, j, k] & possible[i + k, j + k, size - k]
                    possible[i, j, size] |= possible[i, j + size - k, k] & possible[i + k, j, size - k]
    return possible[0, 0, n]
