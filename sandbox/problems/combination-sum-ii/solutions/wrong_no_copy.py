# expect: wrong_answer
# Appends the one path, which ends up empty.
def combination_sum2(candidates, target):
    candidates.sort()
    answer, path = [], []

    def search(start, rest):
        if rest == 0:
            answer.append(path)
            return
        for i in range(start, len(candidates)):
            if candidates[i] > rest:
                break
            if i > start and candidates[i] == candidates[i - 1]:
                continue
            path.append(candidates[i])
            search(i + 1, rest - candidates[i])
            path.pop()

    search(0, target)
    return answer
