# expect: wrong_answer
# Adds only what cannot be extended any more.
def subsets(nums):
    answer, path = [], []

    def search(start):
        if start == len(nums):
            answer.append(path[:])
            return
        for i in range(start, len(nums)):
            path.append(nums[i])
            search(i + 1)
            path.pop()

    search(0)
    return answer
