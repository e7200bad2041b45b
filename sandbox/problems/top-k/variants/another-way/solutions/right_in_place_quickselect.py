# expect: accepted
from random import randint


def top_k(nums, k):
    if k < 0 or k > len(nums):
        raise ValueError("bad k")
    a = list(nums)
    low, high = 0, len(a) - 1
    while low < high:
        pivot = a[randint(low, high)]
        i, j = low, high
        while i <= j:
            while a[i] > pivot:
                i += 1
            while a[j] < pivot:
                j -= 1
            if i <= j:
                a[i], a[j] = a[j], a[i]
                i += 1
                j -= 1
        if k <= j + 1:
            high = j
        elif k > i:
            low = i
        else:
            break
    return tuple(a[:k])
