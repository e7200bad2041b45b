# expect: wrong_answer
from itertools import groupby


def majority_element(nums):
    return max((len(list(group)), value) for value, group in groupby(nums))[1]
