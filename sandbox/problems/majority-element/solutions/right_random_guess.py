# expect: accepted
import random


def majority_element(nums):
    while True:
        guess = random.choice(nums)
        if nums.count(guess) * 2 > len(nums):
            return guess
