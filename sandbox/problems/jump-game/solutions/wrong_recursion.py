# expect: runtime_error
# Depth-first search runs into the recursion limit.
from functools import cache


def can_jump(nums):
    @cache
    def visit(i):
        if i >= len(nums) - 1:
            return True
        return any(visit(i + step) for step in range(1, nums[i] + 1))

    return visit(0)
