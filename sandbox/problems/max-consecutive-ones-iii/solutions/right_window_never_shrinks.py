# expect: accepted
class Window:
    def __init__(self, nums, budget):
        self.nums, self.budget, self.left = nums, budget, 0

    def width(self):
        for x in self.nums:
            self.budget -= x == 0
            if self.budget < 0:
                self.budget += self.nums[self.left] == 0
                self.left += 1
        return len(self.nums) - self.left


def longest_ones(nums: list[int], k: int) -> int:
    return Window(nums, k).width()
