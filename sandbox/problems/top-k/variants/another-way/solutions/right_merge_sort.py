# expect: accepted
def merged(a, b):
    out, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if a[i] >= b[j]:
            out.append(a[i])
            i += 1
        else:
            out.append(b[j])
            j += 1
    return out + a[i:] + b[j:]


def falling(a):
    if len(a) < 2:
        return a
    middle = len(a) // 2
    return merged(falling(a[:middle]), falling(a[middle:]))


def top_k(nums, k):
    if not 0 <= k <= len(nums):
        raise ValueError("k")
    return falling(list(nums))[:k]
