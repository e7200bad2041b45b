# expect: time_limit
# All subsets.
from itertools import combinations


def combination_sum2(candidates, target):
    candidates.sort()
    found = set()
    for count in range(1, len(candidates) + 1):
        for combination in combinations(candidates, count):
            if sum(combination) == target:
                found.add(combination)
    return [list(combination) for combination in found]
