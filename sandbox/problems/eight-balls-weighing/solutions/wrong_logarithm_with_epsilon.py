# expect: wrong_answer
# Right for 3**k, wrong for 3**k + 1 from some k on.
import math


def min_weighings(n):
    if n < 1:
        raise ValueError
    return math.ceil(math.log(n, 3) - 1e-9)
