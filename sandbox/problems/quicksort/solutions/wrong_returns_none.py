# expect: wrong_answer
import random


def quick_sort(nums):
    stack = [(0, len(nums) - 1)]
    while stack:
        low, high = stack.pop()
        if low >= high:
            continue
        pivot, i, j = nums[random.randint(low, high)], low, high
        while i <= j:
            while nums[i] < pivot:
                i += 1
            while nums[j] > pivot:
                j -= 1
            if i <= j:
                nums[i], nums[j] = nums[j], nums[i]
                i, j = i + 1, j - 1
        stack += [(low, j), (i, high)]
