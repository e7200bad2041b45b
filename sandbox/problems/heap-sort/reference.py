"""What every correct sort returns."""


def heap_sort(nums):
    return sorted(nums)
