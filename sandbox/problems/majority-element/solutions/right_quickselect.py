# expect: accepted
import random


class Selector:
    def __init__(self, values):
        self.values = values

    def nth(self, n):
        pivot = random.choice(self.values)
        low = [x for x in self.values if x < pivot]
        same = self.values.count(pivot)
        if n < len(low):
            return Selector(low).nth(n)
        if n < len(low) + same:
            return pivot
        return Selector([x for x in self.values if x > pivot]).nth(n - len(low) - same)


def majority_element(nums):
    return Selector(nums).nth(len(nums) // 2)
