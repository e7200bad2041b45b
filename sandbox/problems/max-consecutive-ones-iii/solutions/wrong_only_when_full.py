# expect: wrong_answer
# Looks at a window only when the next zero closes it, so a last window is never counted.
def longest_ones(nums, k):
    left = zeros = best = 0
    for right, x in enumerate(nums):
        if x == 0:
            zeros += 1
            if zeros > k:
                best = max(best, right - left)
                while nums[left] == 1:
                    left += 1
                left += 1
                zeros -= 1
    return best
