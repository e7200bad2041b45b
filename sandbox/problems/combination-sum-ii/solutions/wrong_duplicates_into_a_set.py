# expect: time_limit
# Prunes, but leaves the duplicates to a set.
def combination_sum2(candidates, target):
    candidates.sort()
    answer = set()

    def search(start, rest, path):
        if rest == 0:
            answer.add(tuple(path))
            return
        for i in range(start, len(candidates)):
            if candidates[i] > rest:
                break
            search(i + 1, rest - candidates[i], path + [candidates[i]])

    search(0, target, [])
    return [list(combination) for combination in answer]
