"""What sorting says."""


def top_k(nums, k):
    if not 0 <= k <= len(nums):
        raise ValueError(f"k must be between 0 and {len(nums)}, is {k}")
    return sorted(nums, reverse=True)[:k]
