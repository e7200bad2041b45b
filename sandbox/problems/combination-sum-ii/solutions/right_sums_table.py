# expect: accepted
from collections import Counter


def combination_sum2(candidates: list[int], target: int) -> list[list[int]]:
    table = {0: {()}}
    for value, count in Counter(candidates).items():
        grown = {total: set(found) for total, found in table.items()}
        for total, found in table.items():
            for times in range(1, count + 1):
                if total + times * value > target:
                    break
                grown.setdefault(total + times * value, set()).update(
                    combination + (value,) * times for combination in found
                )
        table = grown
    return [list(combination) for combination in table.get(target, ())]
