# expect: rejected
def top_k(nums, k):
    if not 0 <= k <= len(nums):
        raise ValueError
    return sorted(nums)[::-1][:k]
