# expect: wrong_answer
# Throws the whole window away when the flips are used up.
def longest_ones(nums, k):
    best = length = used = 0
    for x in nums:
        if x == 0:
            used += 1
            if used > k:
                length, used = 0, min(1, k)
                if k == 0:
                    continue
        length += 1
        best = max(best, length)
    return best
