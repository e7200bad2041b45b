# expect: wrong_answer
# A set instead of a list.
def combination_sum2(candidates, target):
    table = [{()}] + [set() for _ in range(target)]
    for value in candidates:
        for total in range(target, value - 1, -1):
            table[total] |= {tuple(sorted((*found, value))) for found in table[total - value]}
    return table[target]
