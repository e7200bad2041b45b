# expect: accepted
from bisect import bisect_left


def increasing_triplet(nums):
    tails = []
    for x in nums:
        i = bisect_left(tails, x)
        tails[i : i + 1] = [x]
        if len(tails) == 3:
            return True
    return False
