# expect: wrong_answer
def longest_ones(nums, k):
    best = run = 0
    for x in nums:
        if x == 0 and k > 0:
            k -= 1
            x = 1
        run = run + 1 if x else 0
        best = max(best, run)
    return best
