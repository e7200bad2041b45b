"""The last index must be within reach of those before it, which are then one unbroken stretch."""


def can_jump(nums):
    farthest = 0
    for index, length in enumerate(nums):
        if index > farthest:
            return False
        farthest = max(farthest, index + length)
    return True
