# expect: time_limit
# A random pivot, but elements equal to it all go to one side.
import random


def top_k(nums, k):
    if not 0 <= k <= len(nums):
        raise ValueError
    a, low, high = list(nums), 0, len(nums) - 1
    while low < high:
        r = random.randint(low, high)
        a[r], a[high] = a[high], a[r]
        border = low
        for i in range(low, high):
            if a[i] > a[high]:
                a[i], a[border] = a[border], a[i]
                border += 1
        a[border], a[high] = a[high], a[border]
        if border == k:
            break
        if border < k:
            low = border + 1
        else:
            high = border - 1
    return a[:k]
