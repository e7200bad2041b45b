# expect: wrong_answer
# Appends the path itself, which is empty in the end.
def subsets(nums):
    answer, path = [], []

    def search(start):
        answer.append(path)
        for i in range(start, len(nums)):
            path.append(nums[i])
            search(i + 1)
            path.pop()

    search(0)
    return answer
