# expect: wrong_answer
# Breaks and skips as if the list were sorted.
def combination_sum2(candidates, target):
    answer, path = [], []

    def search(start, rest):
        if rest == 0:
            answer.append(path[:])
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
