# expect: accepted
# O(n log n).
def max_subarray_sum(nums):
    def best_of(lo, hi):
        if hi - lo == 1:
            return nums[lo]
        mid = (lo + hi) // 2
        left = right = float("-inf")
        total = 0
        for i in range(mid - 1, lo - 1, -1):
            total += nums[i]
            left = max(left, total)
        total = 0
        for i in range(mid, hi):
            total += nums[i]
            right = max(right, total)
        return max(best_of(lo, mid), best_of(mid, hi), left + right)

    if not nums:
        raise ValueError("empty")
    return best_of(0, len(nums))
