# expect: accepted
class Solution:
    def subsets(self, nums):
        self.answer, self.path = [], []
        self.nums = nums
        self.search(0)
        return self.answer

    def search(self, start):
        self.answer.append(self.path[:])
        for i in range(start, len(self.nums)):
            self.path.append(self.nums[i])
            self.search(i + 1)
            self.path.pop()


def subsets(nums: list[int]) -> list[list[int]]:
    return Solution().subsets(nums)
