"""All slices where the list is short; otherwise the gap around any k zeros that follow each other."""


def longest_ones(nums, k):
    n = len(nums)
    if n <= 12:
        slices = (nums[start:end] for start in range(n) for end in range(start + 1, n + 1))
        return max((len(part) for part in slices if part.count(0) <= k), default=0)
    borders = [-1, *(index for index, bit in enumerate(nums) if bit == 0), n]
    if k >= len(borders) - 2:
        return n
    return max(borders[i + k + 1] - borders[i] - 1 for i in range(len(borders) - k - 1))
