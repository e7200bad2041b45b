# expect: wrong_answer
# A window only finds neighbours.
def combination_sum2(candidates, target):
    candidates.sort()
    found, left, total = set(), 0, 0
    for right, value in enumerate(candidates):
        total += value
        while total > target:
            total -= candidates[left]
            left += 1
        if total == target:
            found.add(tuple(candidates[left : right + 1]))
    return [list(combination) for combination in found]
