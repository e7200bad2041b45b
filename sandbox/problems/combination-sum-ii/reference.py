"""Distinct values one after another: every partial combination is continued with each multiplicity."""

from collections import Counter


def combination_sum2(candidates, target):
    partial = [([], target)]
    for value, available in sorted(Counter(candidates).items()):
        partial = [
            (chosen + [value] * times, rest - times * value)
            for chosen, rest in partial
            for times in range(min(available, rest // value) + 1)
        ]
    return [chosen for chosen, rest in partial if rest == 0]
