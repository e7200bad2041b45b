# expect: rejected
from sys import setrecursionlimit as deeper

deeper(10**6)


def quick_sort(nums):
    if len(nums) < 2:
        return nums
    pivot, rest = nums[0], nums[1:]
    return quick_sort([x for x in rest if x < pivot]) + [pivot] + quick_sort([x for x in rest if x >= pivot])
