# expect: memory_limit
import random


def majority_element(nums):
    def nth(values, n):
        values = values[:]
        pivot = values.pop(random.randrange(len(values)))
        low = [x for x in values if x < pivot]
        high = [x for x in values if x >= pivot]
        if n < len(low):
            return nth(low, n)
        return pivot if n == len(low) else nth(high, n - len(low) - 1)

    return nth(nums, len(nums) // 2)
