# expect: wrong_answer
# The result is right, but the caller's list has other bits afterwards.
def longest_ones(nums, k):
    left = best = 0
    flipped = []
    for right in range(len(nums)):
        if nums[right] == 0:
            nums[right] = 1
            flipped.append(right)
        if len(flipped) > k:
            left = flipped.pop(0) + 1
        best = max(best, right - left + 1)
    return best
