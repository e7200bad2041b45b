# expect: accepted
from collections import deque


def longest_ones(nums, k):
    behind, best = deque([-1]), 0
    for i in range(len(nums)):
        if nums[i] == 0:
            behind.append(i)
            if len(behind) > k + 1:
                behind.popleft()
        best = max(best, i - behind[0])
    return best
