# expect: accepted
from math import gcd


class Word:
    def __init__(self, text):
        self.text = text
        border, k = [0] * len(text), 0
        for i in range(1, len(text)):
            while k and text[i] != text[k]:
                k = border[k - 1]
            k += text[i] == text[k]
            border[i] = k
        period = len(text) - border[-1]
        self.root = text[:period] if len(text) % period == 0 else text
        self.count = len(text) // len(self.root)


def gcd_of_strings(a, b):
    first, second = Word(a), Word(b)
    if first.root != second.root:
        return ""
    return first.root * gcd(first.count, second.count)
