# expect: accepted
# Tuples count as lists.
from itertools import groupby


def combination_sum2(candidates, target):
    groups = [(value, len(list(same))) for value, same in groupby(sorted(candidates, reverse=True))]

    def pick(position, rest):
        if rest == 0:
            yield ()
        elif position < len(groups):
            value, count = groups[position]
            for times in range(min(count, rest // value) + 1):
                for tail in pick(position + 1, rest - times * value):
                    yield (value,) * times + tail

    return list(pick(0, target))
