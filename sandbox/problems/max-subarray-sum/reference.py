"""Kadane: the best sum that ends here either extends the one before or starts anew."""


def max_subarray_sum(nums):
    if not nums:
        raise ValueError("an empty list has no non-empty slice")
    ending_here = best = nums[0]
    for number in nums[1:]:
        ending_here = max(number, ending_here + number)
        best = max(best, ending_here)
    return best
