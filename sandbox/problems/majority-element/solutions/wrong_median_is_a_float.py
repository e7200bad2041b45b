# expect: wrong_answer
from statistics import median


def majority_element(nums):
    return median(nums)
