# expect: accepted
from collections import Counter


class Scrambler:
    def __init__(self, s1, s2):
        self.s1, self.s2, self.known = s1, s2, {}

    def check(self, i, j, n):
        key = i, j, n
        if key not in self.known:
            self.known[key] = self.compute(i, j, n)
        return self.known[key]

    def compute(self, i, j, n):
        a, b = self.s1[i : i + n], self.s2[j : j + n]
        if a == b:
            return True
        if Counter(a) != Counter(b):
            return False
        for k in range(1, n):
            if self.check(i, j, k) and self.check(i + k, j + k, n - k):
                return True
            if self.check(i, j + n - k, k) and self.check(i + k, j, n - k):
                return True
        return False


def is_scramble(s1, s2):
    return len(s1) == len(s2) and Scrambler(s1, s2).check(0, 0, len(s1))
