# expect: accepted
from itertools import combinations


def pairs_with_sum(numbers, total):
    return [[a, b] for a, b in combinations(numbers, 2) if a + b == total]
