# expect: accepted
import bisect


class Possible:
    """False, False, …, True: whether k operations are too many."""

    def __init__(self, nums):
        self.nums = nums

    def __len__(self):
        return 2 * 10**9

    def __getitem__(self, k):
        return sum(min(x, k) for x in self.nums) < 4 * k


def max_operations(nums):
    return bisect.bisect_left(Possible(nums), True) - 1
