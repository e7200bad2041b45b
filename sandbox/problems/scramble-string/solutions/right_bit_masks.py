# expect: accepted
# can[n][i] is a number whose bit j says whether s2[j:j+n] is a scramble of s1[i:i+n].
def is_scramble(s1, s2):
    if len(s1) != len(s2):
        return False
    if not s1:
        return True
    size = len(s1)
    can = {1: [sum((a == b) << j for j, b in enumerate(s2)) for a in s1]}
    for n in range(2, size + 1):
        can[n] = []
        for i in range(size - n + 1):
            bits = 0
            for k in range(1, n):
                head, tail = can[k][i], can[n - k][i + k]
                bits |= head & (tail >> k) | (head >> (n - k)) & tail
            can[n].append(bits)
    return can[size][0] & 1 == 1
