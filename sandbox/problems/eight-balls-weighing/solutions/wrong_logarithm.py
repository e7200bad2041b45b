# expect: wrong_answer
import math


def min_weighings(n):
    if n < 1:
        raise ValueError
    return math.ceil(math.log(n) / math.log(3))
