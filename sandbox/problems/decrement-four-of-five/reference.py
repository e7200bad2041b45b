"""k operations need 4k units, and no position gives more than k of them: the largest k by binary search."""


def max_operations(nums):
    low, high = 0, sum(nums) // 4
    while low < high:
        middle = (low + high + 1) // 2
        if sum(min(number, middle) for number in nums) >= 4 * middle:
            low = middle
        else:
            high = middle - 1
    return low
