# expect: time_limit
def top_k(nums, k):
    if not 0 <= k <= len(nums):
        raise ValueError
    rest, best = list(nums), []
    for _ in range(k):
        x = max(rest)
        rest.remove(x)
        best.append(x)
    return best
