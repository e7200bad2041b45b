"""What every correct sort returns."""


def quick_sort(nums):
    return sorted(nums)
