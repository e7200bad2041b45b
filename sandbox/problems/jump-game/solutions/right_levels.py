# expect: accepted
# Breadth-first search that visits each index once.
from collections import deque


def can_jump(nums):
    n = len(nums)
    queue, seen_up_to = deque([0]), 0
    while queue:
        i = queue.popleft()
        if i == n - 1:
            return True
        for j in range(seen_up_to + 1, min(i + nums[i], n - 1) + 1):
            queue.append(j)
            seen_up_to = j
    return False
